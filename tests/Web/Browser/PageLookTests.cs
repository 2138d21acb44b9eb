using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using HelpDesk.Orchestrations.Cases;
using HelpDesk.Orchestrations.Directory;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Playwright;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>Every page at two widths and in two schemes: no axe violation, no sideways scrolling, no console error.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PageLookTests(BrowserFixture fixture)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("HELPDESK_PICTURES");

    public static TheoryData<int, ColorScheme> Looks { get; } = new()
    {
        { 1280, ColorScheme.Light }, { 1280, ColorScheme.Dark }, { 390, ColorScheme.Light }, { 390, ColorScheme.Dark },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Page_AnyWidthAndScheme_IsClean(int width, ColorScheme scheme)
    {
        await using var host = await PagesHost.StartAsync();
        var token = host.Get<PersonLinks>().TokenFor(Scene.ApprovalCase);
        await using var context = await ContextAsync(host, width, scheme);
        var page = await context.NewPageAsync();
        var errors = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && !message.Text.Contains("status of", StringComparison.Ordinal)) errors.Add(message.Text); };
        page.PageError += (_, error) => errors.Add(error);
        var faults = new List<string>();

        async Task LookAsync(string name)
        {
            var result = await page.RunAxe();
            faults.AddRange(result.Violations.Select(violation =>
                $"{name}: {violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") > 0)
                faults.Add($"{name}: scrolls sideways");
            if (Pictures is not null)
                await page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png") });
        }

        async Task OpenAsync(string name, string path)
        {
            await page.GotoAsync(path);
            await LookAsync(name);
        }

        await OpenAsync("sign-in", "/sign-in");
        await OpenAsync("person-link", $"/person/{Scene.ApprovalCase}?t={token}");
        await OpenAsync("track", $"/track/{Scene.ApprovalCase}");
        await SignInAsync(page, FakeDirectory.Otto);
        host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.Security));
        host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.ServiceDesk));
        await page.GotoAsync("/");
        await page.Locator("details.guard summary").ClickAsync();
        await LookAsync("home");
        await OpenAsync("cases", "/cases");
        await OpenAsync("cases-none", "/cases?q=zzzz");
        await page.GotoAsync($"/cases/{Scene.ApprovalCase}");
        await page.Locator("details.evidence summary").First.ClickAsync();
        await LookAsync("case");
        await OpenAsync("case-hostile", $"/cases/{Scene.HostileCase}");
        await OpenAsync("approvals", "/approvals");
        await OpenAsync("approval", $"/approvals/{Scene.Gate}");
        await OpenAsync("runbooks", "/runbooks");
        await OpenAsync("runbook", "/runbooks/device-stolen");
        await OpenAsync("runbook-new-phone", "/runbooks/new-phone");
        await OpenAsync("audit", "/audit");
        await OpenAsync("chain", $"/audit/{Scene.ApprovalCase}");
        await OpenAsync("not-found", "/nothing");
        await OpenAsync("hand-over", $"/hand-overs/{Scene.HandOver}");
        await page.GetByLabel("In person").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show pass" }).ClickAsync();
        await LookAsync("pass");
        await page.GotoAsync($"/approvals/{Scene.Gate}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        await LookAsync("decision");

        faults.ShouldBeEmpty();
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Approval_ByKeyboardOnly_IsDecided()
    {
        await using var host = await PagesHost.StartAsync();
        await using var context = await ContextAsync(host, 1280, ColorScheme.Light);
        var page = await context.NewPageAsync();
        await SignInAsync(page, FakeDirectory.Ada);
        await page.GotoAsync($"/approvals/{Scene.Gate}");

        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Skip to content");
        await page.Keyboard.PressAsync("Enter");
        for (var i = 0; i < 30 && await FocusedAsync(page) != "comment"; i++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Read it.");
        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("Approve");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Approved" })).ToBeVisibleAsync();
        (await host.Get<HelpDesk.Orchestrations.Approvals.ApprovalDesk>().FindAsync(Scene.Gate, default))!.Decisions.Single().Comment.ShouldBe("Read it.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HandOver_ShowPass_ShowsItOnceWithOrWithoutScript(bool script)
    {
        await using var host = await PagesHost.StartAsync();
        await using var context = await ContextAsync(host, 390, ColorScheme.Light, script);
        var page = await context.NewPageAsync();
        await SignInAsync(page, FakeDirectory.Max);
        await page.GotoAsync($"/hand-overs/{Scene.HandOver}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show pass" }).ClickAsync();
        await Assertions.Expect(page.Locator("#secret")).ToHaveTextAsync(FakeMint.Secret);
        var left = script ? new Regex(@"^(60|59|58) min \d\d s$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) : new Regex("^1 h$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        await Assertions.Expect(page.Locator("#left")).ToHaveTextAsync(left);

        if (script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Hide it now" }).ClickAsync();
            await Assertions.Expect(page.Locator("#secret")).ToBeHiddenAsync();
            (await page.ContentAsync()).ShouldNotContain(FakeMint.Secret);
        }

        await page.GotoAsync($"/hand-overs/{Scene.HandOver}");
        await page.GoBackAsync();
        (await page.ContentAsync()).ShouldNotContain(FakeMint.Secret);
        host.Mint.Made.ShouldBe(1);
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim()");

    private static async Task SignInAsync(IPage page, Person person)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = person.DisplayName }).ClickAsync();
        await page.WaitForURLAsync("**/");
    }

    private async Task<IBrowserContext> ContextAsync(PagesHost host, int width, ColorScheme scheme, bool script = true)
    {
        var context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = host.Address.AbsoluteUri,
            ViewportSize = new() { Width = width, Height = 860 },
            ColorScheme = scheme,
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(120_000);
        return context;
    }
}
