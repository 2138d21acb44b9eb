using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Systems;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Knowledge;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Knowledge;

/// <summary>What belongs together is kept from what happened: a ticket's runbook, device, application and the tickets it was joined with.</summary>
public sealed class CaseLinksTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Ticket_ResolvedByARunbook_IsLinkedWithItAndItsDeviceFromBothEnds()
    {
        await SyncedAsync();

        (await LinksAsync(GraphNodeKind.Ticket, CaseId)).ShouldBe([(GraphRelation.About, true, GraphNodeKind.Device, "d1", "LON-LT-0421"), (GraphRelation.SolvedBy, true, GraphNodeKind.Runbook, "device-sync", "Device does not get its settings")], ignoreOrder: true);
        (await LinksAsync(GraphNodeKind.Device, "d1")).ShouldBe([(GraphRelation.About, false, GraphNodeKind.Ticket, CaseId.Value, "INC0010023")]);
        (await LinksAsync(GraphNodeKind.Runbook, "device-sync")).ShouldBe([(GraphRelation.SolvedBy, false, GraphNodeKind.Ticket, CaseId.Value, "INC0010023")]);
    }

    [Fact]
    public async Task Ticket_KeptTwice_IsLinkedOnce()
    {
        await SyncedAsync();
        var record = (await _house.Get<CaseStore>().FindAsync(CaseId, default))!;

        await _house.Get<OutcomeLog>().RecordAsync(record, default);

        (await LinksAsync(GraphNodeKind.Ticket, CaseId)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Ticket_ThatCameBack_IsLinkedAsNotSolved()
    {
        await SyncedAsync();

        await _house.Get<OutcomeLog>().ReopenAsync(CaseId, _house.Time.GetUtcNow(), default);

        (await LinksAsync(GraphNodeKind.Runbook, "device-sync")).Select(link => link.Relation).ShouldBe([GraphRelation.SolvedBy, GraphRelation.NotSolvedBy], ignoreOrder: true);
    }

    [Fact]
    public async Task Ticket_ThatWentToAPerson_IsLinkedWithNoRunbook()
    {
        Device();
        _house.Remediations["device.sync"].NeverShows = true;
        await RunAsync();

        (await LinksAsync(GraphNodeKind.Ticket, CaseId)).Select(link => link.Relation).ShouldBe([GraphRelation.About]);
    }

    [Fact]
    public async Task Tickets_ThatWereJoined_AreTheSameMatter()
    {
        var (cases, other) = (_house.Get<CaseStore>(), new TicketReference("jira", "10500", "ITSD-500"));
        await cases.OpenAsync(other, _house.Time.GetUtcNow(), default);
        var mine = new TicketReference("servicenow", "77", "INC0000077");
        await cases.OpenAsync(mine, _house.Time.GetUtcNow(), default);
        var joined = await cases.UpdateAsync(mine.CaseId, record => record with { State = CaseState.Resolved, Path = CasePath.Automatic, Verified = true, RunbookId = "device-sync", JoinedTo = other.CaseId }, default);

        await _house.Get<OutcomeLog>().RecordAsync(joined, default);

        (await LinksAsync(GraphNodeKind.Ticket, mine.CaseId)).ShouldBe([(GraphRelation.SameAs, true, GraphNodeKind.Ticket, other.CaseId.Value, "ITSD-500")], "the other ticket was solved by the runbook");
        (await LinksAsync(GraphNodeKind.Ticket, other.CaseId)).ShouldBe([(GraphRelation.SameAs, false, GraphNodeKind.Ticket, mine.CaseId.Value, "INC0000077")]);
    }

    [Fact]
    public async Task Ticket_AboutAnotherSystem_IsLinkedWithIt()
    {
        var (cases, system) = (_house.Get<CaseStore>(), _house.Get<SystemTable>().All[0]);
        var mine = new TicketReference("servicenow", "78", "INC0000078");
        await cases.OpenAsync(mine, _house.Time.GetUtcNow(), default);

        await _house.Get<OutcomeLog>().RecordAsync(await cases.UpdateAsync(mine.CaseId, record => record with { State = CaseState.Escalated, AboutSystem = SystemTable.OtherPrefix + system.Id }, default), default);

        (await LinksAsync(GraphNodeKind.Ticket, mine.CaseId)).ShouldBe([(GraphRelation.About, true, GraphNodeKind.Application, $"system-{system.Id}", system.Title)]);
    }

    private async Task SyncedAsync()
    {
        Device();
        (await RunAsync()).ShouldBe(CaseState.Resolved);
    }

    private async Task<CaseState> RunAsync()
    {
        _house.Model.Answer = _ => new TriageAnswer("device.sync", 0.97);
        _house.Tickets.Write("A problem", "My laptop does not sync with Intune since this morning, its settings and apps are missing.", $"{House.Requester}@contoso.example");
        return (await _house.RunAsync()).State;
    }

    private void Device() => _house.Directory.Devices["d1"] = new Device
    {
        Id = new DeviceId("d1"), Name = "LON-LT-0421", OwnerId = new PersonId(House.Requester), OperatingSystem = "Windows", IsCompanyOwned = true, IsCompliant = true, LastSyncAt = _house.Time.GetUtcNow(),
    };

    private async Task<List<(GraphRelation Relation, bool IsForward, GraphNodeKind Kind, string Id, string Name)>> LinksAsync(GraphNodeKind kind, string id) =>
        [.. (await _house.Get<KnowledgeGraph>().OfAsync(kind, id, default)).Select(link => (link.Relation, link.IsForward, link.Other.Kind, link.Other.Id, link.Other.Name))];
}
