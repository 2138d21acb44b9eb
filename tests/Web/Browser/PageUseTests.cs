using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Playwright;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>What people do on the pages, in a real browser.</summary>
[Collection(BrowserGroup.Name)]
public sealed class PageUseTests(BrowserFixture fixture)
{
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = 30_000 };

    [Fact]
    public async Task Approval_ByKeyboardOnly_IsDecided()
    {
        await using var host = await PagesHost.StartAsync();
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        var page = watched.Page;
        await watched.SignInAsync(FakeDirectory.Ada);
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

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Approved", Patient);
        (await host.Get<ApprovalService>().FindAsync(Scene.Gate, default))!.Decisions.Single().Comment.ShouldBe("Read it.");
    }

    [Theory]
    [InlineData(true, @"^(?:60|59|58) min \d\d s$")]
    [InlineData(false, "^1 h$")]
    public async Task HandOver_ShowPass_ShowsItOnceWithOrWithoutScript(bool script, string left)
    {
        await using var host = await PagesHost.StartAsync();
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address, 390, script);
        var page = watched.Page;
        await watched.SignInAsync(FakeDirectory.Max);
        await page.GotoAsync($"/hand-overs/{Scene.HandOver}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show pass" }).ClickAsync();
        await Assertions.Expect(page.Locator("#secret")).ToHaveTextAsync(FakeMint.Secret, Patient);
        // No other option: the browser's own expressions know few of .NET's, and Playwright refuses the rest.
        await Assertions.Expect(page.Locator("#left")).ToHaveTextAsync(new Regex(left, RegexOptions.None, TimeSpan.FromSeconds(1)), Patient);

        if (script)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Hide now" }).ClickAsync();
            await Assertions.Expect(page.Locator("#secret")).ToBeHiddenAsync(new() { Timeout = 30_000 });
            (await page.ContentAsync()).ShouldNotContain(FakeMint.Secret);
        }

        await page.GotoAsync($"/hand-overs/{Scene.HandOver}");
        await page.GoBackAsync();
        (await page.ContentAsync()).ShouldNotContain(FakeMint.Secret);
        host.Mint.Made.ShouldBe(1);
    }

    [Fact]
    public async Task Delegation_FilledInOnAPhone_IsShownWithItsEndAndEndedAgain()
    {
        await using var host = await PagesHost.StartAsync();
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address, 390);
        var page = watched.Page;
        await watched.SignInAsync(FakeDirectory.Ada);
        await page.GotoAsync("/approvals#delegation");

        // The browser keeps an empty form.
        await page.GetByRole(AriaRole.Button, new() { Name = "Delegate your approvals" }).ClickAsync();
        (await host.Get<DelegationService>().OfAsync(FakeDirectory.Ada.Id, default)).ShouldBeNull();
        await page.GetByLabel("Email address of the approver").FillAsync(FakeDirectory.Dora.UserPrincipalName);
        await page.GetByLabel("Until").FillAsync("2026-12-05");
        await page.GetByRole(AriaRole.Button, new() { Name = "Delegate your approvals" }).ClickAsync();

        await Assertions.Expect(page.Locator("#delegation form p")).ToHaveTextAsync(new Regex("Dora Desk .*can decide your approvals until", RegexOptions.None, TimeSpan.FromSeconds(1)), Patient);
        (await host.Get<DelegationService>().OfAsync(FakeDirectory.Ada.Id, default)).ShouldNotBeNull().Until.ShouldBe(new DateTimeOffset(2026, 12, 6, 0, 0, 0, TimeSpan.Zero));
        await page.GetByRole(AriaRole.Button, new() { Name = "End the delegation" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Email address of the approver")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        (await host.Get<DelegationService>().OfAsync(FakeDirectory.Ada.Id, default)).ShouldBeNull();
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim()");
}
