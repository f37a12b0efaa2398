package org.pledgebook.web.page;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pledgebook.shared.Command;
import org.pledgebook.shared.Receipt;
import org.pledgebook.web.Book;
import org.pledgebook.web.Refused;
import org.pledgebook.web.Sender;
import org.pledgebook.web.Validity;
import org.springframework.stereotype.Component;

/** What every form has in common: it is begun again from its draft, looked at, and sent; what is refused stays in it. */
@Component
public final class Forms {

    private final Book book;
    private final Validity validity;
    private final Drafts drafts;

    Forms(Book book, Validity validity, Drafts drafts) {
        this.book = book;
        this.validity = validity;
        this.drafts = drafts;
    }

    /** What was typed, or else the draft of this form, or else nothing. */
    public Typed begun(Typed typed, Sender sender, String path) {
        return typed.isEmpty()
                ? drafts.find(sender.person(), path)
                        .map(draft -> Typed.of(draft.fields()))
                        .orElse(typed)
                : typed;
    }

    /** Notes in the form which of the command's values cannot be. */
    public void check(Command command, Typed typed) {
        check(command, typed, refused -> refused);
    }

    /**
     * Notes in the form which of the command's values cannot be.
     *
     * @param asTyped names the form's fields where a refusal names the command's
     */
    public void check(Command command, Typed typed, UnaryOperator<Refused> asTyped) {
        try {
            validity.check(command);
        } catch (Refused refused) {
            typed.refused(asTyped.apply(refused));
        }
    }

    /**
     * Sends what a form says, unless something in it cannot be read, and forgets its draft.
     *
     * @param path the address under which its draft is kept
     * @return null where it was refused; the form then says why
     */
    public @Nullable Receipt send(Command command, Typed typed, Sender sender, String path) {
        return send(command, typed, sender, path, refused -> refused);
    }

    /**
     * Sends what a form says, as {@link #send(Command, Typed, Sender, String)} does.
     *
     * @param asTyped names the form's fields where a refusal names the command's
     */
    public @Nullable Receipt send(
            Command command, Typed typed, Sender sender, String path, UnaryOperator<Refused> asTyped) {
        try {
            validity.check(command);
            if (typed.hasFaults()) {
                return null;
            }
            var receipt = book.recordAndShow(command, sender);
            drafts.remove(sender.person(), path);
            return receipt;
        } catch (Refused refused) {
            typed.refused(asTyped.apply(refused));
            return null;
        }
    }
}
