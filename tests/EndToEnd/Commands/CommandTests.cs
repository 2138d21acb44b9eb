using HelpDesk.EndToEnd.Tests.Harness;

namespace HelpDesk.EndToEnd.Tests.Commands;

public sealed class CommandTests
{
    [Fact]
    public async Task Start_ManyFaults_OneReportExitCode2()
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(
            place, "run", "--set", "HelpDesk:PublicUrl=ftp://x", "--set", "Webhooks:Jira:Secret=short", "--set", "Intake:ReconcileEvery=soon", "--set", "SignIn:SessionLength=00:00:01");

        (await process.UntilEndedAsync()).ShouldBe(2, process.Output);

        foreach (var setting in new[] { "HelpDesk:PublicUrl", "Webhooks:Jira:Secret", "Intake:ReconcileEvery", "SignIn:SessionLength" })
            process.Output.ShouldContain(setting);
        process.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_PortInUse_SaysWhichSettingToChange()
    {
        using var place = new HelpDeskPlace();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, place.Product.Port);
        other.Start();
        await using var process = HelpDeskProcess.Start(place, "run");

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain("HelpDesk:Url");
        process.Output.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Start_SimulatedSignInWithRealGraph_IsRefused()
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(
            place, "run", "--set", "Graph:TenantId=6f1d2c3b-0000-4000-8000-000000000001", "--set", "HelpDesk:Simulate=servicenow,teams", "--set", "SignIn:Mode=simulated");

        (await process.UntilEndedAsync()).ShouldBe(2, process.Output);

        process.Output.ShouldContain("SignIn:Mode");
    }

    [Fact]
    public async Task RunbooksCheck_ShippedFiles_NoFault()
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, "runbooks", "check");

        (await process.UntilEndedAsync()).ShouldBe(0, process.Output);

        process.Output.ShouldContain("No errors");
    }

    [Theory]
    [InlineData("check", true)]
    [InlineData("list", true)]
    [InlineData("check", false)]
    [InlineData("list", false)]
    public async Task Runbooks_SwitchedOffSteps_AreNamedWithTheSetting(string command, bool isOff)
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, "runbooks", command, "--set", $"Graph:UseBetaEndpoints={!isOff}");

        (await process.UntilEndedAsync()).ShouldBe(0, process.Output);

        process.Output.Contains("Graph:UseBetaEndpoints", StringComparison.Ordinal).ShouldBe(isOff, process.Output);
    }

    [Fact]
    public async Task RunbooksCheck_BrokenFile_NamesFileAndLine()
    {
        using var place = new HelpDeskPlace();
        var folder = Directory.CreateDirectory(Path.Combine(place.Data, "runbooks"));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "broken.yaml"), "id: broken\ntitle: Broken\nintents: [no.such-intent]\nsteps:\n  - { id: a, do: no.such-step, on: subject }\n");
        await using var process = HelpDeskProcess.Start(place, "runbooks", "check", "--set", $"Runbooks:Directory={folder.FullName}");

        (await process.UntilEndedAsync()).ShouldBe(1, process.Output);

        process.Output.ShouldContain("runbooks/broken.yaml:");
    }

    [Theory]
    [InlineData("audit", "verify")]
    [InlineData("cases", "list")]
    [InlineData("cases", "reindex")]
    [InlineData("bulk", "list")]
    public async Task Records_NoneYet_SaysSo(params string[] command)
    {
        using var place = new HelpDeskPlace();
        await using var process = HelpDeskProcess.Start(place, command);

        (await process.UntilEndedAsync()).ShouldBe(3, process.Output);

        process.Output.ShouldContain("There are no records yet");
    }
}
