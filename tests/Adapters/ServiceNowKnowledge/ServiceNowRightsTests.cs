using System.Net.Http.Json;
using HelpDesk.Adapters.Tests.Knowledge;
using HelpDesk.Orchestrations.Domain.Knowledge;
using HelpDesk.Simulator.Tenant;
using HelpDesk.Simulator.Tickets;
using HelpDesk.Simulator.Tickets.ServiceNow;

namespace HelpDesk.Adapters.Tests.ServiceNowKnowledge;

/// <summary>Who may read is computed from user criteria; a denial wins, and what cannot be decided or read denies.</summary>
public sealed class ServiceNowRightsTests
{
    private const string Source = "servicenow-knowledge";

    private static readonly string Ledger = ServiceNowKnowledgeTables.SysId("KB0010007/1.0");
    private static readonly string Open = ServiceNowKnowledgeTables.SysId("KB0010001/1.0");
    private static readonly string Finance = ServiceNowKnowledgeTables.SysId("finance");
    private static readonly string Scripted = ServiceNowKnowledgeTables.SysId("scripted");

    [Fact]
    public async Task Criteria_OfADepartment_AreMetByItsPeopleOnly()
    {
        await using var systems = await KnowledgeSystems.StartAsync();

        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeTrue();
        (await systems.MayReadAsync(Source, Ledger, KnownPeople.GermanRequester)).ShouldBeFalse();
        (await systems.MayReadAsync(Source, Ledger, KnownPeople.GermanRequester, isStaff: true)).ShouldBeFalse();
    }

    [Fact]
    public async Task Denial_Wins_OverARight()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"servicenow/user_criteria/{ServiceNowKnowledgeTables.SysId("amy")}", new Dictionary<string, string> { ["user"] = KnownPeople.AmyPoe.ServiceNowId });
        await systems.PutAsync($"servicenow/kb_knowledge/{Ledger}", new Dictionary<string, string> { ["cannot_read_user_criteria"] = ServiceNowKnowledgeTables.SysId("amy") });

        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeFalse();
        (await systems.MayReadAsync(Source, Ledger, KnownPeople.FrenchRequester)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("can_read_user_criteria")]
    [InlineData("cannot_read_user_criteria")]
    public async Task Criteria_WithAScript_Deny(string field)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"servicenow/kb_knowledge/{Ledger}", new Dictionary<string, string> { [field] = Scripted });

        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Fact]
    public async Task Criteria_ThatDoNotExist_Deny()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"servicenow/kb_knowledge/{Open}", new Dictionary<string, string> { ["cannot_read_user_criteria"] = "ffffffffffffffffffffffffffffffff" });

        (await systems.MayReadAsync(Source, Open, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("kb_uc_can_read_mtom")]
    [InlineData("kb_uc_cannot_read_mtom")]
    [InlineData("user_criteria")]
    [InlineData("sys_user_has_role")]
    public async Task Table_Hidden_ClosesWhatItDecides(string table)
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"servicenow/kb_uc_can_read_mtom/{ServiceNowKnowledgeTables.SysId("m1")}", new Dictionary<string, string> { ["kb_knowledge_base"] = ServiceNowKnowledgeTables.Base, ["user_criteria"] = Finance });
        await systems.PutAsync($"servicenow/kb_uc_cannot_read_mtom/{ServiceNowKnowledgeTables.SysId("m2")}", new Dictionary<string, string> { ["kb_knowledge_base"] = ServiceNowKnowledgeTables.Base, ["user_criteria"] = ServiceNowKnowledgeTables.SysId("nobody") });
        await systems.PutAsync($"servicenow/user_criteria/{ServiceNowKnowledgeTables.SysId("nobody")}", new Dictionary<string, string> { ["user"] = KnownPeople.BreakGlass.ServiceNowId });
        await systems.PutAsync($"servicenow/sys_user_has_role/{ServiceNowKnowledgeTables.SysId("r1")}", new Dictionary<string, string> { ["user"] = KnownPeople.AmyPoe.ServiceNowId, ["role"] = ServiceNowKnowledgeTables.SysId("role"), ["role.name"] = "itil", ["state"] = "active" });
        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeTrue();

        (await systems.Control.PutAsJsonAsync("/simulator/tickets/servicenow/switches", new TicketSwitches { HiddenTables = [table] })).EnsureSuccessStatusCode();

        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Fact]
    public async Task Property_Hidden_CountsAsClosed()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        (await systems.Control.PutAsJsonAsync("/simulator/tickets/servicenow/switches", new TicketSwitches { HiddenTables = ["sys_properties"] })).EnsureSuccessStatusCode();

        var reading = await systems.ReadAsync(Source);

        reading.Found.ShouldNotBeEmpty();
        reading.Found.ShouldAllBe(static article => article.Audience == KnowledgeAudience.Restricted);
        (await systems.MayReadAsync(Source, Open, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Fact]
    public async Task Base_WithCriteria_HasNoArticleForEverybody()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"servicenow/kb_uc_can_read_mtom/{ServiceNowKnowledgeTables.SysId("m1")}", new Dictionary<string, string> { ["kb_knowledge_base"] = ServiceNowKnowledgeTables.Base, ["user_criteria"] = Finance });

        (await systems.ReadAsync(Source)).One("Book a meeting room").Audience.ShouldBe(KnowledgeAudience.Restricted);
        (await systems.MayReadAsync(Source, Open, KnownPeople.AmyPoe)).ShouldBeTrue();
        (await systems.MayReadAsync(Source, Open, KnownPeople.GermanRequester)).ShouldBeFalse();
    }

    [Fact]
    public async Task Right_TakenAway_CountsAtOnce()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeTrue();

        await systems.PutAsync($"servicenow/user_criteria/{Finance}", new Dictionary<string, string> { ["department"] = ServiceNowKnowledgeTables.SysId("department/Sales") });

        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeFalse();
    }

    [Fact]
    public async Task Roles_OfAnArticle_AreNeededToo()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        await systems.PutAsync($"servicenow/kb_knowledge/{Ledger}", new Dictionary<string, string> { ["roles"] = "ledger_user" });
        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeFalse();

        await systems.PutAsync($"servicenow/sys_user_has_role/{ServiceNowKnowledgeTables.SysId("r1")}", new Dictionary<string, string> { ["user"] = KnownPeople.AmyPoe.ServiceNowId, ["role"] = ServiceNowKnowledgeTables.SysId("role"), ["role.name"] = "ledger_user", ["state"] = "active" });

        (await systems.MayReadAsync(Source, Ledger, KnownPeople.AmyPoe)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("no.one@contoso.example")]
    [InlineData("amy.poe@contoso.example^ORactive=true")]
    public async Task Reader_NotKnown_MayReadNothingRestricted(string mail)
    {
        await using var systems = await KnowledgeSystems.StartAsync();

        (await systems.Source(Source).MayReadAsync(Ledger, new KnowledgeReader(null, mail, IsStaff: false), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task StaffBase_IsClosedToEmployees()
    {
        await using var systems = await KnowledgeSystems.StartAsync();
        var id = ServiceNowKnowledgeTables.SysId("KB0010006/1.0");

        (await systems.MayReadAsync(Source, id, KnownPeople.AmyPoe)).ShouldBeFalse();
        (await systems.MayReadAsync(Source, id, KnownPeople.ServiceDeskLead, isStaff: true)).ShouldBeTrue();
    }
}
