using System.Net;
using HelpDesk.Orchestrations.Ledger.Switches;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The directory doesn't respond: who was let in before still reads, and stops; nobody does anything else.</summary>
public sealed class DirectoryDownTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/cases")]
    [InlineData("/cases/" + Scene.ApprovalCase)]
    [InlineData("/audit")]
    [InlineData("/audit/" + Scene.ApprovalCase)]
    [InlineData("/operations")]
    public async Task Page_Read_IsShownByRememberedMembershipAndSaysSo(string url)
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        (await client.TextAsync(url)).ShouldNotContain("isn't responding");

        Down(host, TimeSpan.FromMinutes(90));
        (await client.TextAsync(url)).ShouldContain("The directory isn't responding.");
        host.Time.Advance(TimeSpan.FromMinutes(31));
        (await client.GetAsync(url)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task KillSwitch_GoesOnAndNotOff()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Otto);
        await client.TextAsync("/");
        Down(host, TimeSpan.FromMinutes(5));

        (await SwitchAsync(client, "on")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await host.Get<KillSwitch>().IsOnAsync(default)).ShouldBeTrue();
        (await SwitchAsync(client, "off")).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await host.Get<KillSwitch>().IsOnAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task Decision_WithoutTheDirectory_IsNotTaken()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);
        await client.TextAsync("/");
        Down(host, TimeSpan.FromMinutes(5));

        (await client.PostAsync("/approvals/" + Scene.Gate, ("decision", "approve"), ("plan-hash", ""), ("comment", ""))).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task SecurityApprover_MayTurnTheKillSwitchOnAndNotOff_AndEveryPageSaysThatItIsOn()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        (await SwitchAsync(client, "on")).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var url in new[] { "/", "/cases", "/approvals", "/runbooks", "/audit", "/bulk", "/approvals/" + Scene.Gate })
            (await client.TextAsync(url)).ShouldContain("Kill switch is on: nothing is changed automatically.");
        (await SwitchAsync(client, "off")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Get<KillSwitch>().IsOnAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task ServiceDeskLead_MayDoNeither()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Dora);

        (await SwitchAsync(client, "on")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await host.Get<KillSwitch>().IsOnAsync(default)).ShouldBeFalse();
    }

    private static void Down(PagesHost host, TimeSpan since)
    {
        host.Directory.IsDown = true;
        host.Time.Advance(since);
    }

    private static Task<HttpResponseMessage> SwitchAsync(PageClient client, string to) =>
        client.PostAsync("/kill-switch", ("to", to), ("reason", "An attack is going on."), ("sure", "yes"));
}
