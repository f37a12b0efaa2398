package org.pledgebook.shared.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pledgebook.shared.Streams;

class GrantsTest {

    private static final String PERSON = "p-1";

    @Test
    void givenNobody_whenAsked_thenNothingIsAllowed() {
        assertThat(Grants.NONE.known()).isFalse();
        assertThat(Grants.NONE.mayRead("islington")).isFalse();
        assertThat(Grants.NONE.edits("mind")).isFalse();
        assertThat(Role.values()).noneMatch(role -> Grants.NONE.has(role, null) || Grants.NONE.hasAnywhere(role));
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void givenRoleOnOneBoard_whenAskedForAnother_thenItReachesThatOneAlone(Role role) {
        var grants = after(given(role, "islington", null));

        assertThat(grants.mayRead("islington")).isTrue();
        assertThat(grants.mayRead("camden")).isFalse();
        assertThat(grants.has(role, "islington")).isTrue();
        assertThat(grants.has(role, "camden")).isFalse();
        assertThat(grants.has(role, null)).as("on all boards").isFalse();
        assertThat(grants.hasAnywhere(role)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void givenRoleOnAllBoards_whenAskedForAny_thenItReachesIt(Role role) {
        var grants = after(given(role, null, null));

        assertThat(grants.mayRead("islington")).isTrue();
        assertThat(grants.has(role, "islington")).isTrue();
        assertThat(grants.has(role, null)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void givenOneRole_whenAskedForTheOthers_thenThePersonHasNone(Role role) {
        var grants = after(given(role, null, null));

        assertThat(Role.values())
                .filteredOn(other -> other != role)
                .noneMatch(other -> grants.has(other, "islington") || grants.hasAnywhere(other));
    }

    @Test
    void givenEditor_whenAskedWhoseStatementsTheyMake_thenTheirPartnersAlone() {
        var grants = after(given(Role.PARTNER, "islington", "mind"));

        assertThat(grants.edits("mind")).isTrue();
        assertThat(grants.edits("healthwatch")).isFalse();
    }

    @Test
    void givenAnotherRoleThatNamesAPartner_whenAskedWhetherItEdits_thenItDoesNot() {
        assertThat(after(given(Role.AUDITOR, "islington", "mind")).edits("mind"))
                .isFalse();
    }

    @Test
    void givenTwoBoards_whenGrantsAreAddedUp_thenBothCountAndTheSameCountsOnce() {
        var grants = after(
                given(Role.AUDITOR, "islington", null),
                given(Role.BOARD_MEMBER, "camden", null),
                given(Role.AUDITOR, "islington", null));

        assertThat(grants.live())
                .containsExactly(
                        new Grant(Role.AUDITOR, "islington", null), new Grant(Role.BOARD_MEMBER, "camden", null));
        assertThat(grants.has(Role.AUDITOR, "camden")).isFalse();
        assertThat(grants.mayRead("camden")).isTrue();
    }

    @Test
    void givenAccessEnded_whenAsked_thenNothingIsLeftButThePersonIsKnown() {
        var grants = after(given(Role.ADMINISTRATOR, null, null), new AccessEnded(PERSON, "Has left"));

        assertThat(grants).isEqualTo(new Grants(true, List.of()));
        assertThat(grants.mayRead("islington")).isFalse();
    }

    @Test
    void givenPersonForgotten_whenAsked_thenNothingIsLeftButThePersonIsKnown() {
        var grants = after(given(Role.ADMINISTRATOR, null, null), new PersonForgotten(PERSON));

        assertThat(grants).isEqualTo(new Grants(true, List.of()));
    }

    @Test
    void givenAccessEnded_whenGivenAgain_thenOnlyTheNewCounts() {
        var grants = after(
                given(Role.ADMINISTRATOR, null, null),
                new AccessEnded(PERSON, "Has left"),
                given(Role.AUDITOR, "islington", null));

        assertThat(grants.live()).containsExactly(new Grant(Role.AUDITOR, "islington", null));
    }

    @Test
    void givenPasswordReset_whenAsked_thenTheGrantsAreAsTheyWere() {
        var before = after(given(Role.AUDITOR, "islington", null));

        assertThat(before.after(new PasswordReset(PERSON))).isEqualTo(before);
    }

    @Test
    void givenList_whenChangedOutside_thenTheGrantsStay() {
        var list = new ArrayList<>(List.of(new Grant(Role.AUDITOR, null, null)));
        var grants = new Grants(true, list);

        list.clear();

        assertThat(grants.live()).hasSize(1);
    }

    @Test
    void givenStore_whenReadForAPerson_thenOnlyTheirStreamCounts() {
        var store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        AccessEvent event = given(Role.AUDITOR, "islington", null);
        store.publish(new GenericDomainEventMessage<>("person", event.stream(), 0, event));
        var streams = new Streams(store);

        assertThat(Grants.of(PERSON, streams)).isEqualTo(after(event));
        assertThat(Grants.of("p-2", streams)).isEqualTo(Grants.NONE);
    }

    private static Grants after(AccessEvent... events) {
        var grants = Grants.NONE;
        for (var event : events) {
            grants = grants.after(event);
        }
        return grants;
    }

    private static AccessGiven given(Role role, @Nullable String board, @Nullable String partner) {
        return new AccessGiven(PERSON, new Grant(role, board, partner));
    }
}
