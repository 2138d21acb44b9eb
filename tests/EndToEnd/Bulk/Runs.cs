using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Bulk;

/// <summary>What tests of bulk runs do again and again.</summary>
internal static class Runs
{
    /// <summary>The page of all runs, where one is started.</summary>
    public const string Page = "/bulk";

    private static readonly SimulatedTenant Tenant = new();

    /// <summary>People of the simulated organisation whom nothing protects.</summary>
    public static List<SimulatedPerson> Ordinary(int count)
    {
        var found = Tenant.People
            .Where(person => person is { IsFunctional: false, IsGuest: false, IsSynced: false, AccountEnabled: true } && !KnownPeople.All.Contains(person))
            .Take(count).ToList();
        found.Count.ShouldBe(count);
        return found;
    }

    /// <summary>People of the simulated organisation whom nothing protects and whose sign-in is blocked.</summary>
    public static List<SimulatedPerson> Blocked(int count)
    {
        var found = Tenant.People
            .Where(person => person is { IsFunctional: false, IsGuest: false, IsSynced: false, AccountEnabled: false } && !KnownPeople.All.Contains(person))
            .Take(count).ToList();
        found.Count.ShouldBe(count);
        return found;
    }

    /// <summary>People with exactly one device, a Windows computer that answers.</summary>
    public static List<SimulatedPerson> OwnersOfOneComputer(int count)
    {
        var found = Ordinary(200).Where(person => Tenant.DevicesOf(person.Id) is [{ OperatingSystem: "Windows", IsOnline: true, IsCompanyOwned: true }]).Take(count).ToList();
        found.Count.ShouldBe(count);
        return found;
    }

    /// <summary>Starts a run as an operator does; gives its id.</summary>
    public static async Task<string> StartAsync(HelpDeskClient client, Visitor starter, string list, string runbook = "bulk-sign-in-repair")
    {
        var started = await starter.PressAsync(Page, Page, ("runbook", runbook), ("reason", "Identity outage of this morning"), ("list", list));
        started.Status.ShouldBe(HttpStatusCode.OK, started.Body);
        return (await NewestAsync(client)).CaseId;
    }

    /// <summary>Asks for the undo of a run as an operator does; gives the undo's own run.</summary>
    public static async Task<string> UndoAsync(HelpDeskClient client, Visitor starter, string caseId)
    {
        var asked = await starter.PressAsync($"{Page}/{caseId}", $"{Page}/{caseId}/undo", ("reason", "It was the wrong list"));
        asked.Status.ShouldBe(HttpStatusCode.OK, asked.Body);
        var undo = await NewestAsync(client);
        undo.Undoes.ShouldBe(new CaseId(caseId));
        return undo.CaseId;
    }

    /// <summary>The run that was started last.</summary>
    public static async Task<BulkRun> NewestAsync(HelpDeskClient client) => await Of(client).NewestAsync(default).FirstAsync();

    /// <summary>The operator asks, a security approver approves; from then on it runs.</summary>
    public static async Task ApproveAsync(HelpDeskHost host, Visitor starter, string caseId)
    {
        await UntilAsync(host.Client, caseId, run => run.Phase == BulkPhase.Review);
        (await starter.PressAsync($"{Page}/{caseId}", $"{Page}/{caseId}/ask")).Status.ShouldBe(HttpStatusCode.OK);
        (await host.DecideAsync(caseId, KnownPeople.SecurityApprover, approve: true)).Kind.ShouldBe(DecisionKind.Recorded);
    }

    /// <summary>Waits until a run is as wanted.</summary>
    public static Task<BulkRun> UntilAsync(HelpDeskClient client, string caseId, Func<BulkRun, bool> wanted) =>
        Eventually.Get(() => Of(client).FindAsync(new CaseId(caseId), default), wanted, $"run {caseId}");

    private static BulkRuns Of(HelpDeskClient client) => new(client.Records.GetRequiredService<IRecordStore>());
}
