using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

public sealed class ParameterResolverTests
{
    private const string Small = "00000000-0000-4000-8000-000000000001";
    private const string Medium = "00000000-0000-4000-8000-000000000002";
    private const string Large = "00000000-0000-4000-8000-000000000003";

    private static readonly ParameterResolver Resolver = new(new AccessCatalogue(
    [
        new AccessEntry("small", AccessKind.Licence, "Small plan", ["small"], null, Small, null, null),
        new AccessEntry("medium", AccessKind.Licence, "Medium plan", ["medium"], null, Medium, null, null) { Replaces = ["small"] },
        new AccessEntry("large", AccessKind.Licence, "Large plan", ["large"], null, Large, null, null) { Replaces = ["small", "medium"] },
    ]));

    private static readonly Dictionary<string, string> Swap = new(StringComparer.Ordinal) { ["fromSkuId"] = "access.replaced.sku", ["toSkuId"] = "access.requested.sku" };

    [Theory]
    [InlineData("large", Small)]
    [InlineData("large", Medium)]
    [InlineData("medium", Small)]
    public void Replaced_TheOneThatThePersonHolds_Goes(string wanted, string held)
    {
        var (parameters, doubt) = Resolver.Resolve(Swap, wanted, Holding(held.ToUpperInvariant()));

        doubt.ShouldBeNull();
        parameters["fromSkuId"].ShouldBe(held);
        Resolver.ReplacedOf(wanted, Holding(held)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("small", "holds no licence that the requested one replaces", Large)]
    [InlineData("medium", "holds no licence that the requested one replaces", Large)]
    [InlineData("large", "holds 2 licences that the requested one replaces (Small plan, Medium plan)", Small, Medium)]
    [InlineData("unheard-of", "holds no licence that the requested one replaces", Small)]
    [InlineData(null, "holds no licence that the requested one replaces", Small)]
    public void Replaced_NoneOrSeveral_IsADoubt(string? wanted, string why, params string[] held) =>
        Resolver.Resolve(Swap, wanted, Holding(held)).Doubt.ShouldNotBeNull().ShouldContain(why);

    private static Person Holding(params string[] licences) =>
        new() { Id = new PersonId("p"), UserPrincipalName = "p@contoso.example", DisplayName = "P", LicenceIds = licences };
}
