using System.Reflection;
using HelpDesk.Adapters.Sqlite;
using HelpDesk.Architecture.Tests.Rules;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Web;

namespace HelpDesk.Architecture.Tests;

/// <summary>The repository keeps the rules; <see cref="PlantedViolationTests"/> shows that the rules can fail.</summary>
public sealed class RepositoryTests
{
    private const string Web = "HelpDesk.Web";

    [Fact]
    public void Rooms_References_AreThoseOfTheTable() => RoomRules.References(Repository.Files).ShouldBeEmpty();

    [Fact]
    public void Rooms_Code_NamesNothingForbidden() => RoomRules.Names(Repository.Files).ShouldBeEmpty();

    [Fact]
    public void Rooms_ForAllVendors_NameNone() => RoomRules.VendorNames(Repository.Files).ShouldBeEmpty();

    [Theory]
    [InlineData("orchestrations", "HelpDesk.Orchestrations")]
    [InlineData("adapters", "HelpDesk.Adapters")]
    [InlineData("web", "HelpDesk.Web")]
    [InlineData("simulator", "HelpDesk.Simulator")]
    public void Rooms_Built_AreLinkedWithNothingForbidden(string room, string assembly) =>
        RoomRules.Linked(room, Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!)).ShouldBeEmpty();

    [Fact]
    public void Adapters_Types_StayInTheirFolder() => TypeRules.AdaptersAreApart(typeof(SqliteRecordStore).Assembly).ShouldBeEmpty();

    [Fact]
    public void Web_Folders_ImportEachOtherInNoCircle() =>
        FolderRules.Circles([.. Imports.OfTypes(typeof(WebRegistration).Assembly, Web), .. Imports.OfUsings(Repository.Files, Web)], Web).ShouldBeEmpty();

    [Fact]
    public void Workflows_Fields_ThereAreNone() => TypeRules.WorkflowsHaveNoFields(typeof(IRecordStore).Assembly.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Constructors_OfTheProduct_TakeFewParameters() => TypeRules.ConstructorsAreSmall(typeof(IRecordStore).Assembly.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Ids_InSignatures_HaveTheirOwnTypes() => IdRules.AreTyped(typeof(IRecordStore).Assembly.GetTypes()).ShouldBeEmpty();

    [Fact]
    public void Files_Names_AreThoseOfTheirFirstType() => HabitRules.NamedByFirstType(Repository.Files).ShouldBeEmpty();

    [Fact]
    public void Files_Length_AtMost300Lines() => HabitRules.Length(Repository.Files).ShouldBeEmpty();

    [Fact]
    public void Folders_Names_SayWhatIsInThem() => HabitRules.Folders(Repository.Files).ShouldBeEmpty();

    [Fact]
    public void Code_Unfinished_ThereIsNone() => HabitRules.Finished(Repository.Files).ShouldBeEmpty();

    [Fact]
    public void Repository_Files_WereFound()
    {
        foreach (var room in new[] { "orchestrations", "adapters", "web", "functions", "local", "simulator", "tests" })
            Repository.Files.ShouldContain(file => file.Room == room && file.Path.EndsWith(".csproj", StringComparison.Ordinal));
        Repository.Files.Count.ShouldBeGreaterThan(300);
    }
}
