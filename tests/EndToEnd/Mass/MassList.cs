using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Mass;
using HelpDesk.Orchestrations.Records;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Mass;

/// <summary>What tests of mass runs do again and again.</summary>
internal static class MassList
{
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

    /// <summary>Starts a run as an operator does; gives its id.</summary>
    public static async Task<string> StartAsync(HelpDeskClient client, Visitor starter, string list)
    {
        var started = await starter.PressAsync("/mass", "/mass", ("runbook", "mass-sign-in-repair"), ("reason", "Identity outage of this morning"), ("list", list));
        started.Status.ShouldBe(HttpStatusCode.OK, started.Body);
        var newest = await Runs(client).NewestAsync(default).FirstAsync();
        return newest.CaseId;
    }

    /// <summary>Waits until a run is as wanted.</summary>
    public static Task<MassRun> UntilAsync(HelpDeskClient client, string caseId, Func<MassRun, bool> wanted) =>
        Eventually.Get(() => Runs(client).FindAsync(caseId, default), wanted, $"run {caseId}");

    private static MassRuns Runs(HelpDeskClient client) => new(client.Records.GetRequiredService<IRecordStore>());
}
