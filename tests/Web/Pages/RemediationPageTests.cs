using System.Net;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Tests.Runbooks;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Web.Tests.Pages;

public sealed class RemediationPageTests
{
    [Fact]
    public async Task List_Viewer_ShowsAllWithImpactAndUndo()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync("/remediations");

        foreach (var part in new[] { "Title of device.wipe", "/remediations/user.revoke-sessions", "Cannot be undone", "No undo needed" })
            page.ShouldContain(part);
    }

    [Fact]
    public async Task Page_Viewer_ShowsWhatItNeedsHowItIsReadBackAndUndone()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        var page = await client.TextAsync("/remediations/device.wipe");

        foreach (var part in new[] { "Precondition of device.wipe.", "State of device.wipe.", "Call of device.wipe.", "Read-back of device.wipe.", "Undo of device.wipe", "None.Needed", "Erledigt: device.wipe", "/runbooks/device-stolen" })
            page.ShouldContain(part);
    }

    [Fact]
    public async Task SwitchedOff_IsNamedWithTheSettingInTheListAndOnItsPage()
    {
        var fly = TestCatalogue.Device("device.fly", Impact.Low, Reversibility.SelfHealing).Descriptor;
        await using var host = await PagesHost.StartAsync(change: services => services.AddSingleton(new OffRemediation(fly, "Graph:UseBetaEndpoints is off.")));
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        foreach (var part in new[] { "Switched off here", "device.fly", "Title of device.fly", "Graph:UseBetaEndpoints is off." })
            (await client.TextAsync("/remediations")).ShouldContain(part);
        (await client.TextAsync("/remediations/device.fly")).ShouldContain("Graph:UseBetaEndpoints is off.");
    }

    [Fact]
    public async Task Page_OfNone_404()
    {
        await using var host = await PagesHost.StartAsync();
        using var client = await host.SignedInAsync(FakeDirectory.Ada);

        await client.TextAsync("/remediations/device.fly", HttpStatusCode.NotFound);
    }
}
