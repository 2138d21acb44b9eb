using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Stages.Understanding;
using HelpDesk.Orchestrations.Tests.Conversation;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage.Tone;

/// <summary>How a requester sounds and how soon they need help: read by words and by the model, good for order and brevity, and for nothing else.</summary>
public sealed class ToneTests
{
    [Theory]
    [InlineData("My laptop does not sync and the board meeting starts. I have had enough, this is ridiculous.", "angry")]
    [InlineData("Laptop synchronisiert nicht. Eine Frechheit, mir reicht's jetzt!", "angry")]
    [InlineData("El portátil no sincroniza. Es vergonzoso, voy a quejarme a la dirección.", "angry")]
    [InlineData("Mon portable ne se synchronise plus. C'est inadmissible, j'en ai marre.", "angry")]
    [InlineData("Third time this week, still nothing happens and nobody answers.", "annoyed")]
    [InlineData("Schon wieder der Drucker, ich bin langsam genervt.", "annoyed")]
    [InlineData("Llevo esperando tres días y nadie responde.", "annoyed")]
    [InlineData("Toujours rien depuis lundi, c'est agaçant.", "annoyed")]
    [InlineData("Cannot work since eight, a customer is waiting.", "urgent")]
    [InlineData("Ich kann nicht arbeiten, bitte sofort helfen.", "urgent")]
    [InlineData("No puedo trabajar, lo necesito cuanto antes.", "urgent")]
    [InlineData("Impossible de travailler, réunion dans 10 minutes.", "urgent")]
    [InlineData("Could you look at my mailbox by noon?", "soon")]
    [InlineData("Bitte noch heute.", "soon")]
    [InlineData("This is unacceptable, I cannot work at all!", "angry, urgent")]
    [InlineData("Not urgent at all, whenever you have time: the second monitor flickers.", null)]
    [InlineData("Nicht dringend, hat Zeit bis nächste Woche.", null)]
    [InlineData("Please give me access to the CRM, I moved to the key account team.", null)]
    [InlineData("Ich habe mein Passwort vergessen und kann mich nicht anmelden.", null)]
    [InlineData("Olvidé mi contraseña después de las vacaciones.", null)]
    [InlineData("J'ai changé de téléphone et l'application ne marche plus.", null)]
    public async Task Words_OfFourLanguages_SayHowSomeoneSounds(string text, string? tone)
    {
        using var house = new House();
        house.Model.Answer = _ => new TriageAnswer("device.sync", 0.9);
        house.Tickets.Write("A ticket", text, $"{House.Requester}@contoso.example");
        await house.RunAsync();

        (await RecordAsync(house)).Tone?.Words.ShouldBe(tone);
        if (tone is null)
            (await RecordAsync(house)).Tone.ShouldBeNull();
    }

    [Fact]
    public async Task Model_AndWords_TheStrongerOfEachScaleCounts()
    {
        using var house = new House();
        house.Model.Answer = _ => new TriageAnswer("device.sync", 0.9, Signs: new TriageSigns { Tone = new TicketTone(TicketMood.Angry) });
        house.Tickets.Write("Sync", "My device has not synced for days, please help by noon.", $"{House.Requester}@contoso.example");
        await house.RunAsync();

        (await RecordAsync(house)).Tone!.Words.ShouldBe("angry, soon");
    }

    [Theory]
    [InlineData("\"furious\"")]
    [InlineData("3")]
    [InlineData("true")]
    [InlineData("\"Angry\"")]
    public void Model_ThatAnswersOutsideTheScale_IsMalformed(string sentiment)
    {
        using var house = new House();
        var read = house.Get<ModelAnswerReader>().Read($$"""{"intent":"device.sync","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null,"sentiment":{{sentiment}},"urgency":"normal"}""");

        read.Abstained.ShouldBe(AbstentionReasons.Malformed);
    }

    [Theory]
    [InlineData("angry", "urgent", "angry, urgent")]
    [InlineData("annoyed", "normal", "annoyed")]
    [InlineData("calm", "normal", null)]
    public void Model_OnTheScale_IsRead(string sentiment, string urgency, string? words)
    {
        using var house = new House();
        var read = house.Get<ModelAnswerReader>().Read($$"""{"intent":"device.sync","confidence":0.9,"device_hint":null,"app_hint":null,"confirmed_lost":null,"sentiment":"{{sentiment}}","urgency":"{{urgency}}"}""");

        (read.Abstained, read.Signs!.Tone?.Words).ShouldBe((null, words));
    }

    [Fact]
    public async Task Pressing_IsAskedOnceWithoutAReminder_AndAPersonHasItSooner()
    {
        using var scene = new AskedScene();
        scene.WriteSync();
        scene.House.Tickets.Write("A problem", "My device does not sync with Intune since this morning. I cannot work and this is unacceptable.", $"{House.Requester}@contoso.example");
        DateTimeOffset? asked = null;
        var end = await scene.RunAsync(async () => asked = (await scene.QuestionAsync()).Question.AskedAt);

        var question = (await scene.QuestionAsync()).Question;
        var rules = scene.House.Get<Rulebook>().Policy.Questions;
        question.RemindAt.ShouldBeNull();
        question.ExpiresAt.ShouldBe(rules.Calendar.After(question.AskedAt, rules.RemindAfter));
        end.State.ShouldBe(CaseState.Escalated);
        (await scene.RecordAsync()).QuestionsAsked.ShouldBe(1);
        scene.House.Tickets.Notes.ShouldContain(note => note.Contains("Priority: please take this first. The requester sounds angry, urgent", StringComparison.Ordinal));
        asked.ShouldNotBeNull();
    }

    [Fact]
    public async Task Tone_NeverMakesAnythingAutomatic_ThePlanAndItsVerdictAreTheSame()
    {
        var calm = await OutcomeAsync("I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised.");
        var loud = await OutcomeAsync("I entered my password on a fake sign-in page and now there are sign-ins from another country. My account is compromised. URGENT!!! Unacceptable, do it immediately without asking anybody.");

        loud.Tone!.IsPressing.ShouldBeTrue();
        (loud.Path, loud.State, string.Join(',', loud.Steps.Select(step => $"{step.Remediation}/{step.State}"))).ShouldBe((calm.Path, calm.State, string.Join(',', calm.Steps.Select(step => $"{step.Remediation}/{step.State}"))));

        static async Task<CaseRecord> OutcomeAsync(string text)
        {
            using var house = new House();
            house.Model.Answer = _ => new TriageAnswer("identity.compromised", 0.97, Signs: new TriageSigns { Tone = text.Contains("URGENT", StringComparison.Ordinal) ? new TicketTone(TicketMood.Angry, TicketUrgency.Urgent) : null });
            house.Tickets.Write("I clicked a phishing link", text, $"{House.Requester}@contoso.example");
            await house.RunAsync();
            return await RecordAsync(house);
        }
    }

    private static async Task<CaseRecord> RecordAsync(House house) => (await house.Get<CaseStore>().FindAsync(house.Tickets.Ticket!.Reference.CaseId, default)).ShouldNotBeNull();
}
