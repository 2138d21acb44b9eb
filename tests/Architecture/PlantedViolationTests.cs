using HelpDesk.Architecture.Tests.Planted;
using HelpDesk.Architecture.Tests.Rules;

namespace HelpDesk.Architecture.Tests;

/// <summary>Each rule, run against a violation planted for it: a rule that cannot fail holds nothing.</summary>
public sealed class PlantedViolationTests
{
    [Theory]
    [InlineData("orchestrations", "ProjectReference", "../adapters/HelpDesk.Adapters.csproj")]
    [InlineData("orchestrations", "PackageReference", "Microsoft.Graph")]
    [InlineData("orchestrations", "PackageReference", "Microsoft.Extensions.Http")]
    [InlineData("orchestrations", "FrameworkReference", "Microsoft.AspNetCore.App")]
    [InlineData("adapters", "ProjectReference", "..\\web\\HelpDesk.Web.csproj")]
    [InlineData("adapters", "ProjectReference", "../simulator/HelpDesk.Simulator.csproj")]
    [InlineData("web", "ProjectReference", "../adapters/HelpDesk.Adapters.csproj")]
    [InlineData("web", "PackageReference", "Azure.Identity")]
    [InlineData("functions", "ProjectReference", "../local/HelpDesk.Local.csproj")]
    [InlineData("functions", "ProjectReference", "../simulator/HelpDesk.Simulator.csproj")]
    [InlineData("local", "ProjectReference", "../functions/HelpDesk.Functions.csproj")]
    [InlineData("simulator", "ProjectReference", "../orchestrations/HelpDesk.Orchestrations.csproj")]
    public void Reference_AgainstTheTable_IsFound(string room, string element, string include) =>
        RoomRules.References([File($"{room}/X.csproj", $"<Project><ItemGroup><{element} Include=\"{include}\" /></ItemGroup></Project>")])
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("orchestrations", "using System.Net.Http;")]
    [InlineData("orchestrations", "var x = new Microsoft.Data.Sqlite.SqliteConnection();")]
    [InlineData("orchestrations", "using Azure.Core;")]
    [InlineData("orchestrations", "using HelpDesk.Adapters.Graph;")]
    [InlineData("adapters", "using HelpDesk.Web;")]
    [InlineData("adapters", "using HelpDesk.Simulator.Store;")]
    [InlineData("web", "using HelpDesk.Adapters.Sqlite;")]
    [InlineData("web", "using HelpDesk.Simulator;")]
    [InlineData("functions", "using HelpDesk.Local.Engine;")]
    [InlineData("local", "using HelpDesk.Functions.Durable;")]
    [InlineData("simulator", "using HelpDesk.Orchestrations;")]
    public void Name_ForbiddenInTheRoom_IsFound(string room, string code) =>
        RoomRules.Names([File($"{room}/Folder/X.cs", $"namespace X;\n{code}\n")]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("orchestrations/Stages/Intake/X.cs", "var system = ticket.System == \"jira\";")]
    [InlineData("orchestrations/Domain/X.cs", "public bool IsServiceNowNumber(string text);")]
    [InlineData("orchestrations/Domain/X.cs", "// As the service-now.com instance does.")]
    [InlineData("web/Cases/X.razor", "<a>Open the ticket in Jira</a>")]
    [InlineData("web/Webhooks/X.cs", "http.Request.Headers[\"X-Atlassian-Webhook-Identifier\"]")]
    [InlineData("web/JiraWebhooks/X.cs", "namespace X;")]
    public void VendorName_InARoomForAllOfThem_IsFound(string path, string code) => RoomRules.VendorNames([File(path, code)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("adapters/Jira/X.cs")]
    [InlineData("local/Composition/X.cs")]
    public void VendorName_WhereItBelongs_IsNoViolation(string path) => RoomRules.VendorNames([File(path, "AddJira(settings)")]).ShouldBeEmpty();

    [Theory]
    [InlineData("orchestrations", "System.Net.Http")]
    [InlineData("orchestrations", "Azure.Core")]
    [InlineData("adapters", "HelpDesk.Web")]
    [InlineData("adapters", "helpdesk")]
    [InlineData("web", "HelpDesk.Adapters")]
    [InlineData("simulator", "HelpDesk.Orchestrations")]
    public void Link_ForbiddenInTheRoom_IsFound(string room, string assembly) =>
        RoomRules.Linked(room, ["System.Runtime", assembly]).ShouldHaveSingleItem();

    [Fact]
    public void Adapter_UsingAnothersType_IsFound() =>
        TypeRules.AdaptersAreApart(typeof(RememberingWorkflow).Assembly)
            .ShouldHaveSingleItem().ShouldBe("HelpDesk.Adapters.Alpha.AlphaAdapter uses HelpDesk.Adapters.Beta.BetaAdapter.");

    [Fact]
    public void Folders_ImportingEachOther_AreFound()
    {
        var root = typeof(RememberingWorkflow).Namespace!;
        FolderRules.Circles(Imports.OfTypes(typeof(RememberingWorkflow).Assembly, root).Where(import => import.From.Contains("Room", StringComparison.Ordinal)), root)
            .Select(found => found.Split(':')[0]).ShouldBe(["NorthRoom -> SouthRoom", "SouthRoom -> NorthRoom"]);
    }

    [Fact]
    public void Workflow_WithAField_IsFound() =>
        TypeRules.WorkflowsHaveNoFields([typeof(RememberingWorkflow), typeof(string)]).ShouldHaveSingleItem().ShouldContain("_times");

    [Fact]
    public void Class_WithSevenConstructorParameters_IsFound() =>
        TypeRules.ConstructorsAreSmall([typeof(CrowdedClass), typeof(WideRecord), typeof(string)]).ShouldHaveSingleItem().ShouldContain("CrowdedClass has a constructor of 7 parameters.");

    [Fact]
    public void Id_AsPlainText_IsFound() =>
        IdRules.AreTyped([typeof(LooseIds), typeof(ILooseIds), typeof(TypedIds)]).Select(found => found.Split('.')[^1])
            .ShouldBe(["LooseIds has planHash as text.", "LooseIds has CaseId as text.", "LooseIds has DeviceId as text.", "ILooseIds has groupId as text."], ignoreOrder: true);

    [Theory]
    [InlineData("public sealed class A;\npublic enum X { C }\n")]
    [InlineData("internal static partial class A\n{\n}\n\npublic record struct X(int C);\n")]
    [InlineData("public interface IX;\n")]
    public void File_ThatBeginsWithAnotherType_IsFound(string code) => HabitRules.NamedByFirstType([File("web/X.cs", code)]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("public class X\n{\n    private enum B { C }\n    const string D = \"\"\"\nclass E\n\"\"\";\n}\n")]
    [InlineData("public sealed record X<T>(T Value);\n\npublic enum XKind { A }\n")]
    public void File_ThatBeginsWithItsType_IsNoViolation(string code) => HabitRules.NamedByFirstType([File("web/X.cs", code)]).ShouldBeEmpty();

    [Fact]
    public void File_Of301Lines_IsFound()
    {
        HabitRules.Length([File("web/X.cs", new string('\n', 301))]).ShouldHaveSingleItem();
        HabitRules.Length([File("web/X.cs", new string('\n', 300))]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("web/Helpers/X.cs")]
    [InlineData("adapters/Graph/models/X.cs")]
    [InlineData("orchestrations/Services/Deeper/X.cs")]
    public void Folder_ThatSaysNothing_IsFound(string path) => HabitRules.Folders([File(path, "")]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("throw new NotImplemented" + "Exception();")]
    [InlineData("// TO" + "DO: later")]
    public void Code_Unfinished_IsFound(string code) => HabitRules.Finished([File("web/X.cs", code)]).ShouldHaveSingleItem();

    private static SourceFile File(string path, string text) => new(path, text);
}
