using System.Net;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;

namespace HelpDesk.Web.Tests.Pages;

/// <summary>The form by which an approver delegates their approvals: who is offered it, and what a forged or wrong one does.</summary>
public sealed class DelegationTests
{
    [Fact]
    public async Task Form_OfAnApprover_DelegatesUntilTheEndOfTheDay_ShowsItAndEndsIt()
    {
        await using var host = await PagesHost.StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);
        (await ada.TextAsync("/approvals")).ShouldContain("Email address of the approver");

        using var given = await ada.PostAsync("/delegations", ("to", FakeDirectory.Dora.UserPrincipalName), ("until", "2026-12-05"));

        given.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await OfAsync(host, FakeDirectory.Ada)).ShouldNotBeNull().Until.ShouldBe(new DateTimeOffset(2026, 12, 6, 0, 0, 0, TimeSpan.Zero));
        (await ada.TextAsync("/approvals")).ShouldContain("can decide your approvals until");
        using var dora = await host.SignedInAsync(FakeDirectory.Dora);
        (await dora.TextAsync("/approvals")).ShouldContain("You can decide what");
        using var ended = await ada.PostAsync("/delegations/end");
        (await OfAsync(host, FakeDirectory.Ada)).ShouldBeNull();
    }

    [Theory]
    [InlineData("dora", "")]
    [InlineData("dora", "5 December")]
    [InlineData("dora", "2026-11-20")]
    [InlineData("dora", "2027-06-01")]
    [InlineData("rita", "2026-12-05")]
    [InlineData("ada", "2026-12-05")]
    [InlineData("<script>alert(1)</script>", "2026-12-05")]
    public async Task Form_FilledInWrongly_ChangesNothingAndSaysWhy(string to, string until)
    {
        await using var host = await PagesHost.StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);
        var address = to switch { "dora" => FakeDirectory.Dora.UserPrincipalName, "rita" => FakeDirectory.Rita.UserPrincipalName, "ada" => FakeDirectory.Ada.UserPrincipalName, _ => to };

        using var answer = await ada.PostAsync("/delegations", ("to", address), ("until", until));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("<script>alert");
        (await OfAsync(host, FakeDirectory.Ada)).ShouldBeNull();
    }

    [Fact]
    public async Task Form_WithoutItsToken_OrOfWhoIsNotSignedIn_ChangesNothing()
    {
        await using var host = await PagesHost.StartAsync();
        using var ada = await host.SignedInAsync(FakeDirectory.Ada);
        using var nobody = await host.SignedInAsync(null);
        (string, string)[] form = [("to", FakeDirectory.Dora.UserPrincipalName), ("until", "2026-12-05")];

        using var forged = await ada.PostWithoutTokenAsync("/delegations", form);
        using var unknown = await nobody.PostAsync("/delegations", form);

        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        unknown.StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await OfAsync(host, FakeDirectory.Ada)).ShouldBeNull();
    }

    [Fact]
    public async Task Form_IsNotOfferedToWhoApprovesNothing()
    {
        await using var host = await PagesHost.StartAsync();
        using var max = await host.SignedInAsync(FakeDirectory.Max);

        (await max.TextAsync("/approvals")).ShouldNotContain("Email address of the approver");
    }

    private static Task<Delegation?> OfAsync(PagesHost host, Person person) => host.Get<DelegationService>().OfAsync(person.Id, default);
}
