using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Stages.Policy.Rules;

namespace HelpDesk.Orchestrations.Tests.Policy.Rules;

public sealed class AccessIsApprovedByItsOwnerTests
{
    [Theory]
    [InlineData("group.add-member", "groupId", Scene.VpnGroup, VerdictOutcome.Allow)]
    [InlineData("group.add-member", "groupId", Scene.CrmGroup, VerdictOutcome.NeedsApproval)]
    [InlineData("group.add-member", "groupId", "11111111-0000-4000-8000-0000000000ff", VerdictOutcome.NeedsApproval)]
    [InlineData("user.assign-licence", "skuId", Scene.TeamsSku, VerdictOutcome.Allow)]
    [InlineData("user.assign-licence", "skuId", Scene.VisioSku, VerdictOutcome.NeedsApproval)]
    [InlineData("user.assign-licence", "skuId", Scene.CrmGroup, VerdictOutcome.NeedsApproval)]
    [InlineData("group.remove-member", "groupId", Scene.CrmGroup, VerdictOutcome.Allow)]
    [InlineData("user.remove-licence", "skuId", Scene.VisioSku, VerdictOutcome.Allow)]
    [InlineData("user.revoke-sessions", "kind", "any", VerdictOutcome.Allow)]
    [InlineData("a.new-way-to-give", "groupId", Scene.CrmGroup, VerdictOutcome.NeedsApproval)]
    [InlineData("user.swap-licence", "toSkuId", Scene.VisioSku, VerdictOutcome.NeedsApproval)]
    [InlineData("user.swap-licence", "toSkuId", Scene.TeamsSku, VerdictOutcome.Allow)]
    public void Access_OwnedOrNotCatalogued_NeedsApproval(string remediation, string parameter, string value, VerdictOutcome verdict) =>
        Scene.Ask(new AccessIsApprovedByItsOwner(), Scene.Input(Scene.OnUser("user.revoke-sessions"), Scene.OnUser(remediation, (parameter, value)) with { Id = "access" })).ShouldBe(verdict);

    [Theory]
    [InlineData(Scene.VpnGroup, VerdictOutcome.Allow)]
    [InlineData(Scene.CrmGroup, VerdictOutcome.NeedsApproval)]
    public void Access_OfTheSecondParameter_IsLookedAtToo(string group, VerdictOutcome verdict) =>
        Scene.Ask(new AccessIsApprovedByItsOwner(), Scene.Input(Scene.OnUser("a.new-way-to-give", ("groupId", Scene.VpnGroup), ("secondGroupId", group)))).ShouldBe(verdict);
}
