using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Proofs;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Web.Tests.Pages;
using Microsoft.Playwright;

namespace HelpDesk.Web.Tests.Browser;

/// <summary>Every page of the product at two widths and in two schemes: no axe violation, no sideways scrolling, nothing that sticks out of its panel, no console error.</summary>
[Collection(BrowserGroup.Name)]
public sealed class ProductLookTests(ProductPages pages, BrowserFixture fixture) : IClassFixture<ProductPages>
{
    [Theory]
    [InlineData("home", "/", "details.guard summary")]
    [InlineData("cases", "/cases")]
    [InlineData("cases-none", "/cases?q=zzzz")]
    [InlineData("case", "/cases/" + Scene.ApprovalCase, "details.evidence summary")]
    [InlineData("case-hostile", "/cases/" + Scene.HostileCase)]
    [InlineData("approvals", "/approvals")]
    [InlineData("approval", "/approvals/" + Scene.Gate)]
    [InlineData("case-undo", "/cases/" + UndoScene.Case, "section[aria-labelledby=undo] details summary")]
    [InlineData("undo", "/cases/" + UndoScene.Undo)]
    [InlineData("approval-undo", "/approvals/" + UndoScene.Gate)]
    [InlineData("remediations", "/remediations")]
    [InlineData("remediation", "/remediations/device.wipe")]
    [InlineData("runbooks", "/runbooks")]
    [InlineData("runbook", "/runbooks/device-stolen")]
    [InlineData("runbook-new-phone", "/runbooks/new-phone")]
    [InlineData("audit", "/audit")]
    [InlineData("chain", "/audit/" + Scene.ApprovalCase)]
    [InlineData("operations", "/operations", "details.guard summary")]
    [InlineData("dead-letters", "/operations/dead-letters", "details.guard summary")]
    [InlineData("bulk", "/bulk")]
    [InlineData("bulk-reading", "/bulk/" + BulkScene.Reading, "#live-switch")]
    [InlineData("bulk-review", "/bulk/" + BulkScene.Review)]
    [InlineData("bulk-refused", "/bulk/" + BulkScene.Review + "?show=refused")]
    [InlineData("bulk-running", "/bulk/" + BulkScene.Running, "details.guard summary")]
    [InlineData("bulk-paused", "/bulk/" + BulkScene.Paused, "#live-switch")]
    [InlineData("bulk-ended", "/bulk/" + BulkScene.Ended, "details.guard summary")]
    [InlineData("bulk-undo-offered", "/bulk/" + BulkScene.Ended, "section[aria-labelledby=undo] details.guard summary")]
    [InlineData("bulk-undone", "/bulk/" + BulkUndoScene.Origin)]
    [InlineData("bulk-undo", "/bulk/" + BulkUndoScene.Undo)]
    [InlineData("bulk-list", "/bulk/" + BulkScene.Ended + "?show=list&page=2")]
    [InlineData("bulk-runbook", "/runbooks/bulk-sign-in-repair")]
    [InlineData("not-found", "/nothing")]
    [InlineData("hand-over", "/hand-overs/" + Scene.HandOver)]
    [InlineData("sign-in", "/sign-in")]
    [InlineData("my-case", "/my/" + Scene.ApprovalCase)]
    [InlineData("my-list", "/my")]
    public async Task Page_AnyWidthAndScheme_IsClean(string name, string path, string? open = null)
    {
        await pages.Signed.Page.GotoAsync(path);
        if (open is not null)
            await pages.Signed.Page.Locator(open).First.ClickAsync();

        (await PageLook.FaultsAsync(pages.Signed.Page, name)).ShouldBeEmpty();
        pages.Signed.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task PageOfNobody_AnyWidthAndScheme_IsClean()
    {
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, pages.Host.Address);
        foreach (var (name, path) in new[] { ("nobody-sign-in", "/sign-in"), ("nobody-person-link", $"/person/{Scene.ApprovalCase}?t={pages.Host.Get<PersonLinks>().TokenFor(new CaseId(Scene.ApprovalCase))}") })
        {
            await watched.Page.GotoAsync(path);
            (await PageLook.FaultsAsync(watched.Page, name)).ShouldBeEmpty();
        }

        watched.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task PageOfTheRequester_WithAQuestion_IsCleanByItsLink(string language)
    {
        await using var host = await PagesHost.StartAsync();
        await MyPageTests.AskAsync(host, language);
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);

        await watched.Page.GotoAsync(host.Get<PersonLinks>().MyLinkFor(new CaseId(Scene.ApprovalCase)).PathAndQuery);

        (await PageLook.FaultsAsync(watched.Page, $"my-question-{language}")).ShouldBeEmpty();
        watched.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task PagesOfProof_BeforeAndAfterThePress_AreClean()
    {
        await using var host = await PagesHost.StartAsync();
        await using var manager = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await manager.SignInAsync(FakeDirectory.Max);
        await manager.Page.GotoAsync($"/vouch/{Scene.HandOver}");
        (await PageLook.FaultsAsync(manager.Page, "vouch")).ShouldBeEmpty();
        await manager.Page.GetByLabel("Video call").CheckAsync();
        await manager.Page.Locator("main form button[type=submit]").First.ClickAsync();
        var code = (await manager.Page.Locator("#voucher").TextContentAsync()).ShouldNotBeNull();
        (await PageLook.FaultsAsync(manager.Page, "vouch-code")).ShouldBeEmpty();

        await using var person = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await person.Page.GotoAsync(host.Get<ProofLinks>().LinkFor(new CaseId(Scene.HandOverCase)).PathAndQuery);
        (await PageLook.FaultsAsync(person.Page, "proof")).ShouldBeEmpty();
        await person.Page.Locator("input[name=code]").FillAsync("AAAA-AAAA-AAAAA");
        await person.Page.Locator("form:has(input[name=code]) button").ClickAsync();
        (await PageLook.FaultsAsync(person.Page, "proof-wrong")).ShouldBeEmpty();
        await person.Page.Locator("input[name=code]").FillAsync(code);
        await person.Page.Locator("form:has(input[name=code]) button").ClickAsync();
        (await PageLook.FaultsAsync(person.Page, "proof-collect")).ShouldBeEmpty();
        (manager.Errors.Count, person.Errors.Count(static error => !error.Contains("400", StringComparison.Ordinal))).ShouldBe((0, 0));
    }

    [Fact]
    public async Task PageOfACase_WithHelpForTheTechnician_IsClean()
    {
        await using var host = await AssistPanelTests.SeededAsync();
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Otto);

        await watched.Page.GotoAsync($"/cases/{AssistPanelTests.Case}");
        await watched.Page.Locator("details summary").First.ClickAsync();
        (await PageLook.FaultsAsync(watched.Page, "case-assist-before")).ShouldBeEmpty();
        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Check now" }).ClickAsync();
        (await watched.Page.ContentAsync()).ShouldContain("As it is now, with the logs of the directory.");

        (await PageLook.FaultsAsync(watched.Page, "case-assist")).ShouldBeEmpty();
        watched.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SecretKind.LocalAdminPassword, "Show password")]
    [InlineData(SecretKind.BitLockerKey, "Show key")]
    [InlineData(SecretKind.DevicePasscode, "Show passcode")]
    public async Task DeviceSecret_BeforeAndAfterThePress_IsCleanAndHidesItself(SecretKind kind, string press)
    {
        await using var host = await PagesHost.StartAsync(change: DeviceSecretScene.AddSources);
        await DeviceSecretScene.SeedAsync(host);
        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Dora);
        var page = watched.Page;
        // The countdown stands: on a slow machine it would hide the secret before it was looked at.
        await page.AddInitScriptAsync("window.setInterval = function () { return 0; };");

        await page.GotoAsync($"/hand-overs/{DeviceSecretScene.IdOf(kind)}");
        (await PageLook.FaultsAsync(page, $"device-secret-{kind}")).ShouldBeEmpty();
        await page.GetByLabel("In person").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = press, Exact = true }).ClickAsync();
        var secret = await page.Locator("#secret").TextContentAsync();
        secret.ShouldNotBeNullOrWhiteSpace();
        (await PageLook.FaultsAsync(page, $"device-secret-{kind}-shown")).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Button, new() { Name = "Hide now" }).ClickAsync();
        (await page.ContentAsync()).ShouldNotContain(secret);
        await page.GotoAsync($"/hand-overs/{DeviceSecretScene.IdOf(kind)}");
        (await page.ContentAsync()).ShouldNotContain(secret);
        watched.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnswersToForms_AnyWidthAndScheme_AreClean()
    {
        await using var host = await PagesHost.StartAsync();
        host.Directory.Members.Add((FakeDirectory.Otto.Id, FakeDirectory.Security));

        // Who approved the pass does not collect it.
        await using (var collector = await WatchedPage.OpenAsync(fixture.Browser, host.Address))
        {
            await collector.SignInAsync(FakeDirectory.Dora);
            await collector.Page.GotoAsync($"/hand-overs/{Scene.HandOver}");
            await collector.Page.GetByLabel("In person").CheckAsync();
            await collector.Page.GetByRole(AriaRole.Button, new() { Name = "Show pass" }).ClickAsync();
            (await PageLook.FaultsAsync(collector.Page, "pass")).ShouldBeEmpty();
            collector.Errors.ShouldBeEmpty();
        }

        await using var watched = await WatchedPage.OpenAsync(fixture.Browser, host.Address);
        await watched.SignInAsync(FakeDirectory.Otto);
        var page = watched.Page;
        await page.GotoAsync($"/approvals/{Scene.Gate}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Approve" }).ClickAsync();
        (await PageLook.FaultsAsync(page, "decision")).ShouldBeEmpty();
        await page.GotoAsync($"/approvals/{Scene.Gate}");
        (await PageLook.FaultsAsync(page, "approval-decided")).ShouldBeEmpty();

        watched.Errors.ShouldBeEmpty();
    }
}
