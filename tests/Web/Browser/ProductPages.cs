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
        Host = await PagesHost.StartAsync();
        Host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.Security));
        Host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.ServiceDesk));
        Signed = await WatchedPage.OpenAsync(browser.Browser, Host.Address);
        await Signed.SignInAsync(FakeDirectory.Otto);
    }

    public async Task DisposeAsync()
    {
        await Signed.DisposeAsync();
        await Host.DisposeAsync();
    }
}
