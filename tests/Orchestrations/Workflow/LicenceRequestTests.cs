using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Workflow;

/// <summary>A licence is given or swapped, by what the person holds; with the shipped runbook and policy.</summary>
public sealed class LicenceRequestTests : IDisposable
{
    private static readonly CaseId CaseId = new("servicenow-9d385017c611228701d22104cc95c371");
    private const string Visio = "38b434d2-a15e-4cde-9a98-e737c75623e1";
    private const string VisioSmall = "4b244418-9658-4451-a2b8-b5e2b364e9bd";
    private const string Office = "05e9a617-0261-4cee-bb44-138d3ef5d965";
    private const string Owners = "11111111-0000-4000-8000-000000000004";

    private readonly House _house = new();

    public LicenceRequestTests() => _house.Directory.Members.Add((House.Stranger, Owners));

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("visio", "user.assign-licence", Office)]
    [InlineData("visio", "user.swap-licence", Office, VisioSmall)]
    [InlineData("visio plan 1", "user.assign-licence", Office, Visio)]
    public async Task Licence_IsSwappedOnlyForOneThatItReplaces(string asked, string remediation, params string[] held)
    {
        var end = await RunAsync(asked, location: "DE", held);

        end.ShouldBe(new TicketWorkflow.Result(CaseState.Resolved, CasePath.Approval, null));
        var call = _house.Remediations[remediation].Calls.ShouldHaveSingleItem();
        call.Step.Parameters.Values.ShouldBe(remediation == "user.swap-licence" ? [VisioSmall, Visio] : [asked == "visio" ? Visio : VisioSmall]);
        _house.Trace.Count(line => line.StartsWith("effect", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(Office)]
    [InlineData(VisioSmall)]
    public async Task Account_WithoutUsageLocation_GoesToAPerson(string held)
    {
        var end = await RunAsync("visio", location: null, held);

        end.Why.ShouldNotBeNull().ShouldContain("has a usage location");
        _house.Trace.ShouldNotContain(line => line.StartsWith("effect", StringComparison.Ordinal));
    }

    private async Task<TicketWorkflow.Result> RunAsync(string asked, string? location, params string[] held)
    {
        _house.Directory.People[House.Requester] = _house.Directory.People[House.Requester] with { UsageLocation = location, LicenceIds = held };
        _house.Model.Answer = _ => new TriageAnswer("identity.licence", 0.97) { AppHint = asked };
        _house.Tickets.Write("Licence", $"I need a licence for {asked}, please assign one to me.", $"{House.Requester}@contoso.example");
        var context = _house.Context(CaseId);
        context.OnWait = async _ =>
        {
            var gate = await _house.Get<ApprovalService>().ListOpenAsync(default).FirstAsync();
            return (await _house.Get<ApprovalService>().DecideAsync(gate.ApprovalId, gate.PlanHash, true, House.Person(House.Stranger), null, default)).Kind == DecisionKind.Recorded;
        };
        return await _house.RunAsync(context);
    }
}
