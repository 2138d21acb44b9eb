using HelpDesk.Orchestrations.Domain.Directory;
using Microsoft.Playwright;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>A page in a browser context of its own that keeps what the console complained about.</summary>
public sealed class WatchedPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private WatchedPage(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Errors of the console and of scripts. An answer of 400 or above is none: such pages are looked at too.</summary>
    public List<string> Errors { get; } = [];

    public static async Task<WatchedPage> OpenAsync(IBrowser browser, Uri address, int width = 1280, bool script = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = 860 },
            // What moves would be judged half way.
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = script,
        });
        // Chosen so that a machine busy with other tests is not taken for a fault.
        context.SetDefaultTimeout(120_000);
        var page = await context.NewPageAsync();
        var watched = new WatchedPage(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.Contains("status of", StringComparison.Ordinal))
                watched.Errors.Add(message.Text);
        };
        page.PageError += (_, error) => watched.Errors.Add(error);
        return watched;
    }

    /// <summary>Signs in on the product's sign-in page, as a person does.</summary>
    public async Task SignInAsync(Person person)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = person.DisplayName }).ClickAsync();
        // What only a signed-in person sees: an address says nothing of whether its page is there.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
