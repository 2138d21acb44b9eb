using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Bulk;

/// <summary>A run that stops by itself, over a runbook that an organisation wrote itself.</summary>
public sealed class BulkFailureTests : IAsyncLifetime
{
    private readonly DirectoryInfo _runbooks = Directory.CreateTempSubdirectory("runbooks-");
    private HelpDeskHost _host = null!;

    public async Task InitializeAsync()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runbooks"), "*.yaml"))
            File.Copy(file, Path.Combine(_runbooks.FullName, Path.GetFileName(file)));
        await File.WriteAllTextAsync(
            Path.Combine(_runbooks.FullName, "bulk-restart.yaml"),
            "id: bulk-restart\ntitle: Restart of computers\nsubject: listed\nsteps:\n  - { id: restart, do: device.restart, on: devices }\n");
        _host = await HelpDeskHost.StartAsync($"Runbooks:Directory={_runbooks.FullName}");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _runbooks.Delete(recursive: true);
    }

    [Fact]
    public async Task Devices_TheirActionFails_TheRunStopsAfterTheCanaryAndTheRestIsANewListThatWaits()
    {
        var client = _host.Client;
        var owners = Runs.OwnersOfOneComputer(12);
        using var starter = await Visitor.SignInAsync(client, KnownPeople.ItManager);
        await client.FaultAsync(new { id = "f", system = "graph", kind = "ActionFails", path = "*rebootNow" });
        var caseId = await Runs.StartAsync(client, starter, string.Join('\n', owners.Select(person => person.Id)), "bulk-restart");
        await Runs.ApproveAsync(_host, starter, caseId);

        var run = await Runs.UntilAsync(client, caseId, run => run.Phase == BulkPhase.Ended);

        var end = run.End.ShouldNotBeNull();
        end.Kind.ShouldBe(BulkEndKind.TooManyFailures, end.Why);
        end.All.ShouldBe(new BulkTally(Failed: 5));
        var page = (await starter.OpenAsync($"/bulk/{caseId}")).Body;
        page.ShouldContain("Stopped: too many failures");
        page.ShouldContain("5 of 12 ended");
        await ShowShouldTellAsync(run);
        await client.NoFaultsAsync();
        (await starter.PressAsync($"/bulk/{caseId}", $"/bulk/{caseId}/again", ("reason", "Intune works again"))).Status.ShouldBe(HttpStatusCode.OK);
        var again = await Runs.NewestAsync(client);
        again.Continues.ShouldBe(new CaseId(caseId));
        (await Runs.UntilAsync(client, again.CaseId, run => run.Phase == BulkPhase.Review)).Targets.ShouldBe(12);
        (await client.GraphEffectsAsync()).Count.ShouldBe(5, "nothing more was done without an approval of the new list");
        await _host.AuditShouldHoldAsync();
    }

    private async Task ShowShouldTellAsync(BulkRun run)
    {
        var (exitCode, output) = await _host.CommandAsync("bulk", "show", run.Number);
        exitCode.ShouldBe(0, output);
        output.ShouldContain("Stopped: too many failures");
        output.ShouldContain("5 target(s) not in the desired state");
        output.ShouldContain("Not started", customMessage: "the second wave");
        foreach (var row in await _host.Services.GetRequiredService<BulkTargets>().ListAsync(run.CaseId, default).ToListAsync())
        {
            output.ShouldContain(row.Name);
            output.ShouldContain(row.Note.ShouldNotBeNull());
        }

        (exitCode, output) = await _host.CommandAsync("bulk", "list");
        exitCode.ShouldBe(0, output);
        output.ShouldContain(run.Number);
        output.ShouldContain("1 run(s).");
        (await _host.CommandAsync("bulk", "show", "BULK-20200101-000000")).ExitCode.ShouldBe(1);
    }
}
