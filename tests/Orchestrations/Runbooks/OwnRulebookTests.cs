using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

public sealed class OwnRulebookTests : IDisposable
{
    private const string Badge =
        """
        id: facility.badge
        title: { en: Badge broken, de: Ausweis defekt }
        description: The writer's badge does not open doors.
        may: remediate
        route: { group: Facilities }
        cues:
          about: { en: [badge], de: [Ausweis] }
          happened: { en: [broken], de: [defekt] }
        examples: [My badge is broken., Ausweis defekt., The door does not open.]
        """;

    private readonly string _own = Directory.CreateTempSubdirectory().FullName;
    private readonly ConfigurationReport _report = new();

    public void Dispose() => Directory.Delete(_own, recursive: true);

    [Fact]
    public void NoOwnFolder_NothingOfItIsNeeded()
    {
        Load().ShouldNotBeNull();
    }

    [Fact]
    public void OwnFiles_OfOtherNames_AreAdded()
    {
        Write("intents/facility.badge/intent.yaml", Badge);
        Write("intents/facility.badge/examples.csv", "language,text\nen,My badge is broken.\n");
        Write("runbooks/badge.yaml", "id: badge\ntitle: Badge\nintents: [facility.badge]\nsubject: requester\nsteps: [{ id: sync, do: device.sync, on: device }]\noutcome: [device.checked-in]\ntell: { done: Done. }\n");
        Write("README.md", "Notes.");

        var rulebook = Load().ShouldNotBeNull(_report.ToString());

        rulebook.Intents.All.Count.ShouldBe(38);
        rulebook.Runbooks.ForIntent("facility.badge").ShouldNotBeNull().Tell.Refused.In("de").ShouldStartWith("Das können wir nicht");
        rulebook.Policy.Routing.GroupFor("facility.badge", "jira").ShouldBe("Facilities");
    }

    [Fact]
    public void OwnFiles_OfTheSameName_ReplaceShippedOnes()
    {
        Write("intents/how-to/intent.yaml", "id: how-to\ntitle: Question\ndescription: Asks how.\nmay: inform\nroute: { group: Trainers }\nexamples: [How?, Why?, Where?]\n");
        Write("policy/switches.yaml", "kill-switch: on\n");

        var rulebook = Load().ShouldNotBeNull(_report.ToString());

        rulebook.Intents.All.Count.ShouldBe(37);
        rulebook.Intents.Find("how-to").ShouldNotBeNull().Title.English.ShouldBe("Question");
        rulebook.Intents.Find("how-to").ShouldNotBeNull().ExamplesPath.ShouldStartWith(AppContext.BaseDirectory);
        rulebook.Policy.KillSwitchIsOnByDefault.ShouldBeTrue();
    }

    [Fact]
    public void OwnFile_WithAnError_IsReportedWhereItIs()
    {
        Write("policy/switches.yaml", "kill-switch: perhaps\n");

        Load().ShouldBeNull();

        var error = _report.Faults.ShouldHaveSingleItem();
        (error.File, error.Line).ShouldBe(($"{_own}/policy/switches.yaml", 1));
    }

    [Theory]
    [InlineData("intent/x/intent.yaml", "An own rulebook has no 'intent'. Did you mean 'intents'?")]
    [InlineData("modes.yaml", "An own rulebook has no 'modes.yaml'")]
    public void OwnFolder_WithAPartThatWouldNotBeInForce_IsRefused(string file, string expected)
    {
        Write(file, "id: x\n");

        Load().ShouldBeNull();

        _report.Faults.ShouldHaveSingleItemContaining(expected);
    }

    [Fact]
    public void OwnFolder_ThatDoesNotExist_IsRefused()
    {
        new RulebookLoader(TestCatalogue.Create(), TestTicketSystems.Catalogue, []).Load(new RulebookOptions { OwnDirectory = Path.Combine(_own, "missing") }, _report).ShouldBeNull();

        _report.Faults.ShouldHaveSingleItem().File.ShouldBe("HelpDesk:Rulebook");
    }

    private Rulebook? Load() => new RulebookLoader(TestCatalogue.Create(), TestTicketSystems.Catalogue, []).Load(new RulebookOptions { OwnDirectory = _own }, _report);

    private void Write(string file, string content)
    {
        var path = Path.Combine(_own, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
