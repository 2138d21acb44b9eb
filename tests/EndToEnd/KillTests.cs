using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests;

public sealed class KillTests
{
    [Fact]
    public async Task Process_KilledInTheMiddle_EveryTicketGoesOn()
    {
        using var place = new HelpDeskPlace();
        await using var client = new HelpDeskClient(place);
        List<string> cases = [];
        await using (var first = await HelpDeskProcess.RunAsync(place))
        {
            foreach (var person in new[] { KnownPeople.AmyPoe, KnownPeople.GermanRequester, KnownPeople.SpanishRequester, KnownPeople.FrenchRequester })
                cases.Add(await client.FileAsync("servicenow", person.UserPrincipalName, "Lost my laptop", "I lost my laptop on the train, please lock it."));
            await Eventually.Get(
                () => Task.FromResult<string?>(Directory.Exists(place.Data) && File.Exists(Path.Combine(place.Data, "records.db")) ? "there" : null), _ => true, "the records");
            await client.UntilAsync(cases[0], _ => true);
            await first.KillAsync();
        }

        await using var second = await HelpDeskProcess.RunAsync(place);

        foreach (var caseId in cases)
            (await client.UntilAtRestAsync(caseId)).State.ShouldNotBe(CaseState.Ignored);
    }

    [Fact]
    public async Task Process_Interrupted_EndsCleanlyWithinSeconds()
    {
        using var place = new HelpDeskPlace();
        await using var process = await HelpDeskProcess.RunAsync(place);
        var since = System.Diagnostics.Stopwatch.StartNew();

        (await process.InterruptAsync()).ShouldBe(0, process.Output);

        since.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task SecondProcess_OnTheSameData_IsRefusedInPlainWords()
    {
        using var place = new HelpDeskPlace();
        await using var first = await HelpDeskProcess.RunAsync(place);
        await using var second = HelpDeskProcess.Start(place, "run");

        (await second.UntilEndedAsync()).ShouldBe(3);

        second.Output.ShouldContain("Another helpdesk already runs on");
        second.Output.ShouldNotContain("   at ");
    }
}
