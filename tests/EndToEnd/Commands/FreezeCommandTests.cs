using System.Net;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Switches;
using HelpDesk.Simulator.Tenant;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.EndToEnd.Tests.Commands;

/// <summary>The kill switch from the command line, while the program runs on the same data and the directory is away.</summary>
public sealed class FreezeCommandTests : IAsyncLifetime
{
    private const string Reason = "Wrong accounts are being locked.";

    private HelpDeskHost _host = null!;

    public async Task InitializeAsync() => _host = await HelpDeskHost.StartAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Freeze_WhileTheDirectoryIsAway_StopsEverythingAndEveryPageSaysSo()
    {
        using var operatorPage = await Visitor.SignInAsync(_host.Client, KnownPeople.ItManager);
        (await operatorPage.OpenAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
        await _host.Client.FaultAsync(new { id = "away", system = "graph", kind = "Down" });

        var (exitCode, output) = await _host.CommandAsync("freeze", "--reason", Reason);

        exitCode.ShouldBe(0, output);
        output.ShouldContain(Reason);
        output.ShouldNotContain("   at ");
        foreach (var page in new[] { "/", "/cases", "/audit", "/operations", "/runbooks" })
        {
            var (status, body) = await operatorPage.OpenAsync(page);
            status.ShouldBe(HttpStatusCode.OK, page);
            WebUtility.HtmlDecode(body).ShouldContain(Reason, Case.Sensitive, page);
        }

        await _host.Client.NoFaultsAsync();
        var caseId = await _host.Client.FileAsync("servicenow", KnownPeople.WithoutDevice.UserPrincipalName, "My account is used by someone else", "My account is compromised, there are sign-ins from another country.");
        await _host.Client.UntilAsync(caseId, CaseState.Escalated);
        (await _host.Client.EffectsOnAsync(KnownPeople.WithoutDevice.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task FreezeAndUnfreeze_AreAuditedWithWhoAndWhyOnce()
    {
        (await _host.CommandAsync("freeze", "--reason", Reason)).ExitCode.ShouldBe(0);
        var again = await _host.CommandAsync("freeze", "--reason", "Somebody else is in a hurry too.");
        again.ExitCode.ShouldBe(0);
        again.Output.ShouldContain(Reason);
        (await StateAsync()).IsOn.ShouldBeTrue();

        (await _host.CommandAsync("unfreeze", "--reason", "The cause was found.")).ExitCode.ShouldBe(0);
        (await _host.CommandAsync("unfreeze", "--reason", "Asked a second time.")).ExitCode.ShouldBe(0);

        (await StateAsync()).IsOn.ShouldBeFalse();
        List<AuditEntry> entries = [];
        await foreach (var entry in _host.Services.GetRequiredService<IAuditLog>().ReadAsync(KillSwitch.AuditChain, default))
            entries.Add(entry);
        entries.Select(entry => entry.Event.Actor).ShouldAllBe(actor => actor == $"operator:{Environment.UserName}");
        entries.Count.ShouldBe(2);
        string.Join(' ', entries[0].Event.Facts.Values.Prepend(entries[0].Event.Summary)).ShouldContain(Reason);
        string.Join(' ', entries[1].Event.Facts.Values.Prepend(entries[1].Event.Summary)).ShouldContain("The cause was found.");
        await _host.AuditShouldHoldAsync();
    }

    [Theory]
    [InlineData("freeze")]
    [InlineData("freeze", "--reason", "   ")]
    [InlineData("freeze", "--reason", "why")]
    [InlineData("freeze", "--reason", "two\nlines of it")]
    [InlineData("unfreeze")]
    [InlineData("unfreeze", "--reason", "why")]
    public async Task Move_WithoutAReason_ChangesNothingAndSaysWhatIsMissing(params string[] command)
    {
        var (exitCode, output) = await _host.CommandAsync(command);

        exitCode.ShouldNotBe(0);
        output.ShouldContain("--reason");
        output.ShouldNotContain("   at ");
        (await StateAsync()).At.ShouldBeNull();
    }

    [Fact]
    public async Task Unfreeze_WithoutTheKeyOfDecisions_IsRefusedAndNoKeyIsMade()
    {
        (await _host.CommandAsync("freeze", "--reason", Reason)).ExitCode.ShouldBe(0);
        var missing = Path.Combine(_host.Data, "no-such-key.pem");

        var (exitCode, output) = await _host.CommandAsync("unfreeze", "--reason", "The cause was found.", "--set", $"DecisionKey:Path={missing}");

        exitCode.ShouldBe(3, output);
        output.ShouldContain("DecisionKey:Path");
        File.Exists(missing).ShouldBeFalse();
        (await StateAsync()).IsOn.ShouldBeTrue();
    }

    // The command line knows no person: who may end a stop is who has the key under which decisions are signed.
    [Fact]
    public async Task Unfreeze_WithAKeyOfOnesOwn_IsRefusedAndEverythingStaysStopped()
    {
        (await _host.CommandAsync("freeze", "--reason", Reason)).ExitCode.ShouldBe(0);
        var own = Path.Combine(_host.Data, "my-own-key.pem");
        using (var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
            await File.WriteAllTextAsync(own, key.ExportPkcs8PrivateKeyPem());

        var (exitCode, output) = await _host.CommandAsync("unfreeze", "--reason", "The cause was found.", "--set", $"DecisionKey:Path={own}");

        exitCode.ShouldBe(3, output);
        output.ShouldContain("DecisionKey:Path");
        output.ShouldNotContain("The kill switch is off");
        (await StateAsync()).IsOn.ShouldBeTrue();
        (await _host.CommandAsync("unfreeze", "--reason", "The cause was found.")).ExitCode.ShouldBe(0);
        (await StateAsync()).IsOn.ShouldBeFalse();
    }

    private Task<KillSwitchState> StateAsync() => _host.Services.GetRequiredService<KillSwitch>().StateAsync(default);
}
