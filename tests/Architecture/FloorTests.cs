using HelpDesk.Adapters.Sqlite;
using HelpDesk.Architecture.Tests.Planted.Floors;
using HelpDesk.Architecture.Tests.Rules;
using HelpDesk.Local.Engine;
using HelpDesk.Orchestrations;

namespace HelpDesk.Architecture.Tests;

/// <summary>The floors of the core and the folders of the larger parts, and that these rules can fail.</summary>
public sealed class FloorTests
{
    private const string Core = "HelpDesk.Orchestrations";

    private const string Planted = "HelpDesk.Architecture.Tests.Planted.Floors";

    private static readonly string[][] PlantedOrder = [["Foundation"], ["Domain"], ["Stages.Left", "Stages.Right"]];

    [Fact]
    public void Core_CompiledTypes_ImportOnlyLowerFolders() =>
        FloorRules.Downwards(Imports.OfTypes(typeof(ProductRegistration).Assembly, Core), Core, FloorRules.Order).ShouldBeEmpty();

    [Fact]
    public void Core_Usings_ImportOnlyLowerFolders() =>
        FloorRules.Downwards(Imports.OfUsings(Sources("orchestrations"), Core), Core, FloorRules.Order).ShouldBeEmpty();

    [Fact]
    public void Core_Folders_AllHaveAPlace() =>
        FloorRules.WithoutPlace(typeof(ProductRegistration).Assembly.GetTypes().Select(type => type.Namespace ?? ""), Core, FloorRules.Order).ShouldBeEmpty();

    [Fact]
    public void Core_TopFolders_AreInNoCircle() => Circles(typeof(ProductRegistration).Assembly, "orchestrations", Core).ShouldBeEmpty();

    [Fact]
    public void Graph_Folders_AreInNoCircle() => Circles(typeof(SqliteRecordStore).Assembly, "adapters", "HelpDesk.Adapters.Graph").ShouldBeEmpty();

    [Fact]
    public void Engine_Folders_AreInNoCircle() => Circles(typeof(EngineOptions).Assembly, "local", "HelpDesk.Local.Engine").ShouldBeEmpty();

    [Theory]
    [InlineData("UpwardByLocal", "LeftState")]
    [InlineData("UpwardByCall", "LeftStage")]
    [InlineData("UpwardByGenericArgument", "LeftStage")]
    [InlineData("UpwardByAttribute", "LeftMarkAttribute")]
    [InlineData("UpwardByAttributeArgument", "LeftStage")]
    [InlineData("UpwardByConstraint`1", "LeftStage")]
    public void Type_UsingAHigherFloor_IsFound(string type, string used) =>
        PlantedViolations().ShouldContain($"{Planted}.Domain.{type} uses {Planted}.Stages.Left.{used}.");

    [Fact]
    public void Type_UsingAFolderOfItsGroup_IsFound() =>
        PlantedViolations().ShouldContain($"{Planted}.Stages.Left.LeftStage uses {Planted}.Stages.Right.RightStage.");

    [Fact]
    public void Type_OfAFolderWithoutPlace_IsFound()
    {
        PlantedViolations().ShouldContain($"{Planted}.Elsewhere.Nowhere uses {Planted}.Foundation.Ground.");
        FloorRules.WithoutPlace([$"{Planted}.Elsewhere", Planted, $"{Planted}.Domain.Deeper"], Planted, PlantedOrder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Type_UsingALowerFloorOrRegisteringAll_IsNoViolation() =>
        PlantedViolations().ShouldAllBe(found => !found.Contains(".Upward uses", StringComparison.Ordinal) && !found.Contains(nameof(FloorsRegistration), StringComparison.Ordinal));

    [Theory]
    [InlineData("using X.Stages.Left;")]
    [InlineData("using static X.Stages.Left.LeftStage;")]
    [InlineData("using Alias = X.Stages.Left.LeftStage;")]
    public void Using_OfAHigherFloor_IsFound(string directive)
    {
        SourceFile[] files =
        [
            new("a/Left.cs", "namespace HelpDesk.X.Stages.Left;"),
            new("a/Low.cs", directive.Replace("X.", "HelpDesk.X.", StringComparison.Ordinal) + "\n\nnamespace HelpDesk.X.Domain;"),
        ];
        FloorRules.Downwards(Imports.OfUsings(files, "HelpDesk.X"), "HelpDesk.X", PlantedOrder).ShouldHaveSingleItem();
    }

    [Fact]
    public void Folders_InACircle_AreFound()
    {
        Circles(typeof(FloorTests).Assembly, "tests", Planted).Select(found => found.Split(':')[0]).ShouldBe(["Domain -> Stages", "Stages -> Domain"]);
        Circles(typeof(FloorTests).Assembly, "tests", Planted + ".Stages").Select(found => found.Split(':')[0]).ShouldBe(["Left -> Right", "Right -> Left"]);
    }

    private static List<string> PlantedViolations() =>
        [.. FloorRules.Downwards(Imports.OfTypes(typeof(FloorTests).Assembly, Planted), Planted, PlantedOrder)];

    private static List<string> Circles(System.Reflection.Assembly assembly, string room, string root) =>
        [.. FolderRules.Circles([.. Imports.OfTypes(assembly, root), .. Imports.OfUsings(Sources(room), root)], root)];

    // Tests are in namespaces below those of the code they test.
    private static IEnumerable<SourceFile> Sources(string room) => Repository.Files.Where(file => file.Room == room);
}
