package org.pledgebook.web.partner;

import io.swagger.v3.oas.annotations.media.Schema;
import org.pledgebook.shared.partner.AddTeam;

record AddTeamForm(@Schema(example = "outreach") String team) {

    AddTeam command(String partner) {
        return new AddTeam(partner, team);
    }
}
