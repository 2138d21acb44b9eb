using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Tests.Policy.Access;

public sealed class AccessCatalogueTests
{
    private static readonly AccessCatalogue Catalogue = new(
    [
        new AccessEntry("vpn", AccessKind.Application, "VPN", ["vpn", "remote  access"], new GroupId("g1"), null, null, null),
        new AccessEntry("visio", AccessKind.Application, "Visio group", ["visio"], new GroupId("g2"), null, null, null),
        new AccessEntry("visio-plan", AccessKind.Licence, "Visio", ["Visio"], null, "s1", null, null),
        new AccessEntry("twin-1", AccessKind.Application, "Twin", ["twin"], new GroupId("g3"), null, null, null),
        new AccessEntry("twin-2", AccessKind.Application, "Twin", ["twin"], new GroupId("g4"), null, null, null),
    ]);

    [Theory]
    [InlineData("vpn", AccessKind.Application, "vpn")]
    [InlineData("  VPN ", AccessKind.Application, "vpn")]
    [InlineData("Remote Access", AccessKind.Application, "vpn")]
    [InlineData("vpn", AccessKind.Licence, null)]
    [InlineData("visio", AccessKind.Application, "visio")]
    [InlineData("visio", AccessKind.Licence, "visio-plan")]
    [InlineData("vp", AccessKind.Application, null)]
    [InlineData("vpn please", AccessKind.Application, null)]
    [InlineData("g1", AccessKind.Application, null)]
    [InlineData("*", AccessKind.Application, null)]
    [InlineData("", AccessKind.Application, null)]
    [InlineData("twin", AccessKind.Application, null)]
    public void Name_ThatIsExactlyOneEntrys_Found(string name, AccessKind kind, string? id) => (Catalogue.Match(name, kind)?.Id).ShouldBe(id);

    [Theory]
    [InlineData("g1", "vpn")]
    [InlineData("G1", "vpn")]
    [InlineData("s1", null)]
    [InlineData("g9", null)]
    public void Group_OfAnEntry_Found(string group, string? id) => (Catalogue.ForGroup(new GroupId(group))?.Id).ShouldBe(id);

    [Theory]
    [InlineData("S1", "visio-plan")]
    [InlineData("g1", null)]
    public void Licence_OfAnEntry_Found(string sku, string? id) => (Catalogue.ForSku(sku)?.Id).ShouldBe(id);
}
