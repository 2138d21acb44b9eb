using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Web.Tests.Pages;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>One host and one signed-in page for all looks that change nothing.</summary>
public sealed class ProductPages(BrowserFixture browser) : IAsyncLifetime
{
    public PagesHost Host { get; private set; } = null!;

    /// <summary>Signed in as somebody who sees everything.</summary>
    public WatchedPage Signed { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Host = await PagesHost.StartAsync(change: OperationsScene.AddTimers);
        await OperationsScene.SeedBadDayAsync(Host);
        await BulkScene.SeedAsync(Host);
        await UndoScene.SeedAsync(Host);
        Host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.Security));
        Host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.ServiceDesk));
        Host.Workflows.Statuses.AddRange(
        [
            new(Scene.ApprovalCase, "ticket", WorkflowState.Suspended, "Waiting for approval", Host.Time.GetUtcNow(), Host.Time.GetUtcNow(), null, "Step 9 awaits something that is none of the engine's.", null),
            new(Scene.HandOverCase, "ticket", WorkflowState.Running, "Waiting for the hand-over", Host.Time.GetUtcNow(), Host.Time.GetUtcNow(), null, null, null),
            new($"{Scene.HandOverCase}-expiry-1", "access-expiry", WorkflowState.Running, null, Host.Time.GetUtcNow(), Host.Time.GetUtcNow(), null, null, Scene.HandOverCase),
        ]);
        Signed = await WatchedPage.OpenAsync(browser.Browser, Host.Address);
        await Signed.SignInAsync(FakeDirectory.Otto);
    }

    public async Task DisposeAsync()
    {
        await Signed.DisposeAsync();
        await Host.DisposeAsync();
    }
}
