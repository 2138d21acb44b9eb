using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Orchestrations.Tests.Triage;

public sealed class TriageTicketTests
{
    private const string Title = "Password";
    private const string Text = "I forgot my password for Windows and cannot log in";

    private static readonly TriageAnswer Forgotten = new("identity.password-forgotten", 0.97);
    private static readonly TriageAnswer Guess = new("identity.password-forgotten", 0.91);

    [Fact]
    public async Task Triage_LanguageModelAnswers_IsItsAnswer()
    {
        var embedded = FakeModel.Embedded(Guess);
        var bench = new TriageBench(FakeModel.Language(Forgotten), embedded);

        var result = await bench.RunAsync(Title, Text);

        result.Facts.Intent.ShouldBe("identity.password-forgotten");
        result.Facts.Confidence.ShouldBe(0.97);
        result.Facts.IsModel.ShouldBeTrue();
        result.Facts.IsAbstention.ShouldBeFalse();
        result.Model.ShouldBe("azure-openai:test");
        result.FellBack.ShouldBeNull();
        result.Language.ShouldBe("en");
        embedded.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Triage_NoLanguageModel_IsTheEmbeddedOnesAnswerAtLowerAuthority()
    {
        var bench = new TriageBench(FakeModel.Embedded(Guess));

        var result = await bench.RunAsync(Title, Text);

        result.Facts.IsModel.ShouldBeFalse();
        result.Model.ShouldBe("embedded");
        result.FellBack.ShouldBeNull();
    }

    [Fact]
    public async Task Triage_LanguageModelDown_FallsBack()
    {
        var bench = new TriageBench(FakeModel.Down("azure-openai:test", true), FakeModel.Embedded(Guess));

        var result = await bench.RunAsync(Title, Text);

        result.Model.ShouldBe("embedded");
        result.FellBack.ShouldBe("503");
        result.Facts.IsModel.ShouldBeFalse();
    }

    [Theory]
    [InlineData(AbstentionReasons.Refusal)]
    [InlineData(AbstentionReasons.Empty)]
    [InlineData(AbstentionReasons.Length)]
    [InlineData(AbstentionReasons.Malformed)]
    [InlineData(AbstentionReasons.UnknownIntent)]
    [InlineData(AbstentionReasons.ConfidenceOutOfRange)]
    public async Task Triage_NoUsableAnswer_FallsBack(string reason)
    {
        var bench = new TriageBench(FakeModel.Language(TriageAnswer.Abstain(reason)), FakeModel.Embedded(Guess));

        var result = await bench.RunAsync(Title, Text);

        result.FellBack.ShouldBe(reason);
        result.Facts.IsModel.ShouldBeFalse();
        result.Facts.Intent.ShouldBe("identity.password-forgotten");
    }

    [Theory]
    [InlineData(AbstentionReasons.ContentFilter)]
    [InlineData(AbstentionReasons.OutOfScope)]
    [InlineData(AbstentionReasons.Ambiguous)]
    [InlineData(AbstentionReasons.TooShort)]
    public async Task Triage_AnAbstentionThatIsAnAnswer_IsRespected(string reason)
    {
        var embedded = FakeModel.Embedded(Guess);
        var bench = new TriageBench(FakeModel.Language(TriageAnswer.Abstain(reason)), embedded);

        var result = await bench.RunAsync(Title, Text);

        result.Abstained.ShouldBe(reason);
        result.Facts.IsAbstention.ShouldBeTrue();
        embedded.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("tenant.delete", 0.9, AbstentionReasons.UnknownIntent)]
    [InlineData("device.lost", 2.7, AbstentionReasons.ConfidenceOutOfRange)]
    [InlineData("device.lost", double.NaN, AbstentionReasons.ConfidenceOutOfRange)]
    public async Task Triage_AnyModelAnsweringNonsense_Abstains(string intent, double confidence, string reason)
    {
        var bench = new TriageBench(FakeModel.Embedded(new TriageAnswer(intent, confidence)));

        var result = await bench.RunAsync(Title, Text);

        result.Abstained.ShouldBe(reason);
        result.Facts.Intent.ShouldBeNull();
    }

    [Fact]
    public async Task Triage_ModelThatNeverAnswers_IsGivenUp()
    {
        var bench = new TriageBench(new FakeModel("azure-openai:test", true, (_, _) => new TaskCompletionSource<TriageAnswer>().Task), FakeModel.Embedded(Guess));

        var running = bench.RunAsync(Title, Text);
        for (var deadline = DateTime.UtcNow.AddSeconds(20); !running.IsCompleted && DateTime.UtcNow < deadline; await Task.Yield())
            bench.Time.Advance(TimeSpan.FromSeconds(30));

        (await running).FellBack.ShouldBe("timeout");
    }

    [Fact]
    public async Task Triage_NobodyToAsk_IsAVendorFault()
    {
        var both = new TriageBench(FakeModel.Down("azure-openai:test", true), FakeModel.Down("embedded", false, "broken"));
        var none = new TriageBench();

        (await Should.ThrowAsync<VendorException>(() => both.RunAsync(Title, Text))).Code.ShouldBe("broken");
        (await Should.ThrowAsync<VendorException>(() => none.RunAsync(Title, Text))).Message.ShouldContain("AzureOpenAI:Endpoint");
    }

    [Fact]
    public async Task Triage_RepeatedAttempt_GivesTheFirstAnswerAndOneEntry()
    {
        var answers = new Queue<TriageAnswer>([Forgotten, new TriageAnswer("device.lost", 0.99)]);
        var bench = new TriageBench(new FakeModel("azure-openai:test", true, (_, _) => Task.FromResult(answers.Dequeue())));

        var first = await bench.RunAsync(Title, Text);
        var second = await bench.RunAsync(Title, Text);

        DurableJson.Write(second).ShouldBe(DurableJson.Write(first));
        (await bench.AuditAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Triage_Done_IsInTheAuditLogAndTheJournalWithoutTicketText()
    {
        var bench = new TriageBench(FakeModel.Language(Forgotten));

        await bench.RunAsync(Title, Text);

        var entry = (await bench.AuditAsync()).ShouldHaveSingleItem().Event;
        entry.Kind.ShouldBe(AuditKinds.Triaged);
        entry.Actor.ShouldBe("model:azure-openai:test@v1");
        entry.Facts["intent"].ShouldBe("identity.password-forgotten");
        entry.Facts["confidence"].ShouldBe("0.97");
        entry.Facts.Values.ShouldAllBe(value => !value.Contains("Windows", StringComparison.Ordinal));
        var record = (await bench.Journal.FindAsync(new CaseId("servicenow-0001"), default))!;
        record.Intent.ShouldBe("identity.password-forgotten");
        record.TriagedBy.ShouldBe("azure-openai:test");
        record.Confidence.ShouldBe(0.97);
    }

    [Fact]
    public async Task Triage_HintThatIsNotInTheTicket_IsDropped()
    {
        var bench = new TriageBench(FakeModel.Language(new TriageAnswer("device.lost", 0.95, null, "iPad of the CEO", "admin group")));
        var honest = new TriageBench(FakeModel.Language(new TriageAnswer("device.lost", 0.95, null, "IPHONE 14")));

        (await bench.RunAsync("Lost", "I lost my iPhone 14 on the train")).Facts.DeviceHint.ShouldBeNull();
        (await honest.RunAsync("Lost", "I lost my iPhone 14 on the train")).Facts.DeviceHint.ShouldBe("IPHONE 14");
    }

    [Fact]
    public async Task Triage_IntentWithoutItsWords_IsNeverAutomatic()
    {
        var bench = new TriageBench(FakeModel.Language(new TriageAnswer("device.stolen", 0.99)));

        var result = await bench.RunAsync("Question", "The coffee machine on the second floor makes a strange noise");

        result.Traits.ShouldContain(TicketTraits.NotInTheWords);
        result.Facts.Confidence.ShouldBeLessThan(0.7);
    }

    [Fact]
    public async Task Triage_Prompt_HoldsNoPersonalData()
    {
        var model = FakeModel.Language(Forgotten);
        var bench = new TriageBench(model);

        await bench.RunAsync("Password of tom@contoso.example", "I am Anna Schmidt, +49 89 12345678, the password is Sommer2024!");

        var asked = model.Asked.ShouldHaveSingleItem();
        $"{asked.Title} {asked.Text}".ShouldBe("Password of [MAIL_1] I am [REQUESTER], [PHONE_1], the password is [SECRET]");
    }
}
