namespace HelpDesk.Orchestrations.Tests.Runbooks;

public sealed class IntentFilesTests
{
    private const string Lost = "intents/device.lost/intent.yaml";

    [Theory]
    [InlineData("id: device.lost", "id: device.lots", "The id 'device.lots' differs from the folder's name 'device.lost'")]
    [InlineData("id: device.lost", "id: Device.Lost", "'Device.Lost' is no id of an intent")]
    [InlineData("title:\n", "titel:\n", "has no 'title'")]
    [InlineData("  de: \"Gerät verloren\"", "  dk: \"Gerät verloren\"", "unknown key 'dk'. Did you mean 'de'?")]
    [InlineData("description: >-", "descripton: >-", "unknown key 'descripton'. Did you mean 'description'?")]
    [InlineData("may: remediate", "may: remedy", "'may' of the intent is 'remedy'")]
    [InlineData("may: remediate", "may: inform", "Cue words are for intents that a runbook acts on")]
    [InlineData("  group: Security Operations\n", "  groop: Security Operations\n", "unknown key 'groop'. Did you mean 'group'?")]
    [InlineData("cues:\n", "cue:\n", "the intent has no 'cues'")]
    [InlineData("words: [device]", "words: [devise]", "There is no word list 'devise'. Did you mean 'device'?")]
    [InlineData("  happened:\n", "  happend:\n", "unknown key 'happend'. Did you mean 'happened'?")]
    [InlineData("    de: [verlor,", "    de: [x,", "'x' is too short for a cue word")]
    [InlineData("    de: [verlor,", "    de: ['...',", "'...' is too short for a cue word")]
    [InlineData("    de: [verlor,", "    dk: [verlor,", "unknown key 'dk'. Did you mean 'de'?")]
    [InlineData("examples:\n", "exampels:\n", "The intent has fewer than 3 examples")]
    public void Error_Planted_IsReportedWithFileAndLine(string before, string after, string expected)
    {
        var fixture = new RulebookFixture().Replace(Lost, before, after);

        fixture.Load().ShouldBeNull();

        var error = fixture.Report.Faults.ShouldHaveSingleItemContaining(expected);
        error.File.ShouldBe(Lost);
        error.Remedy.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void IntentThatARunbookActsOn_WithoutAWord_IsRefused()
    {
        var fixture = new RulebookFixture().Replace("intents/device.slow/intent.yaml", "    words: [device]\n", "    words: []\n");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("'about' has no words").Line.ShouldBeGreaterThan(1);
    }

    [Fact]
    public void IntentThatOnlyInforms_WithoutARoute_IsRefused()
    {
        var fixture = new RulebookFixture().Replace("intents/how-to/intent.yaml", "route:\n  group: Service Desk\n", "");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("the intent has no 'route'").File.ShouldBe("intents/how-to/intent.yaml");
    }

    [Fact]
    public void IntentWithoutExamples_IsRefused()
    {
        var fixture = new RulebookFixture().Without("intents/device.lost/examples.csv");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("The intent has no examples.csv").File.ShouldBe(Lost);
    }

    [Fact]
    public void ExamplesWithoutAnIntent_AreRefused_AndWhateverNamesIt()
    {
        var fixture = new RulebookFixture().Without(Lost);

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("has no intent.yaml").File.ShouldBe("intents/device.lost/examples.csv");
        fixture.Report.Faults.ShouldHaveSingleItemContaining("There is no intent 'device.lost'").File.ShouldBe("runbooks/device-lost.yaml");
    }

    [Theory]
    [InlineData("intents/device.lost/intents.yaml", "Did you mean 'intent.yaml'?")]
    [InlineData("intents/device.lost/de/examples.csv", "No such file is known in 'intents'")]
    [InlineData("intents/word.yaml", "shared words are in intents/words.yaml")]
    public void File_OfAnotherName_IsRefused(string file, string expected)
    {
        var fixture = new RulebookFixture().With(file, "id: x");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining(expected).File.ShouldBe(file);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("outage")]
    public void IntentThatTheProductNames_IsNeverActedOn(string id)
    {
        var fixture = new RulebookFixture().Replace($"intents/{id}/intent.yaml", "may: inform\n", "may: remediate\ncues: { about: { en: [anything] }, happened: { en: [anything] } }\n");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining($"The intent '{id}' must not be acted on by a runbook").File.ShouldBe($"intents/{id}/intent.yaml");
    }

    [Fact]
    public void IntentThatTheProductNames_Removed_IsMissed()
    {
        var fixture = new RulebookFixture().Without("intents/outage/intent.yaml").Without("intents/outage/examples.csv");

        fixture.Load().ShouldBeNull();

        fixture.Report.Faults.ShouldHaveSingleItemContaining("The product needs the intent 'outage'");
    }

    [Fact]
    public void CueWords_AsPeopleWriteThem_AreSoughtWithoutCaseAndAccents()
    {
        var intents = new RulebookFixture().Replace("intents/device.slow/intent.yaml", "    de: [langsam,", "    de: [Träge, langsam,").Load().ShouldNotBeNull().Intents;

        new HelpDesk.Orchestrations.Stages.Understanding.Traits.IntentWords(intents).Support("device.slow", "", "mein rechner ist TRÄGE").ShouldBeTrue();
    }
}
