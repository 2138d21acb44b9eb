using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

/// <summary>What a runbook writes itself is advice: what was done is said by the steps that were read back, and by nothing else.</summary>
public sealed partial class TruthfulTextsTests
{
    // How a sentence of advice begins in each language; what claims something begins otherwise.
    private static readonly Dictionary<string, string[]> Advice = new(StringComparer.Ordinal)
    {
        ["en"] = ["Reply ", "Contact ", "Tell us ", "Set ", "Sign ", "Restart ", "Please ", "Do not ", "Leave ", "Choose ", "Add ", "Try ", "It can "],
        ["de"] = ["Antworten Sie ", "Wenden Sie ", "Sagen Sie ", "Legen Sie ", "Melden Sie ", "Starten Sie ", "Bitte ", "Schreiben Sie ", "Lassen Sie ", "Benutzen Sie ", "Wählen Sie ", "Fügen Sie ", "Richten Sie ", "Versuchen Sie ", "Es kann "],
        ["es"] = ["Responda ", "Póngase ", "Avísenos ", "Establezca ", "Cierre ", "Reinicie ", "Denuncie ", "No anote ", "No lo use ", "Deje ", "Elija ", "Añada ", "Configure ", "Intente ", "Tenga ", "Las aplicaciones "],
        ["fr"] = ["Répondez ", "Contactez ", "Prévenez", "Définissez ", "Déconnectez", "Redémarrez ", "Merci de ", "Ne notez ", "Ne l'utilisez ", "Laissez ", "Choisissez ", "Ajoutez ", "Configurez ", "Essayez ", "Préparez ", "Les applications "],
    };

    [Fact]
    public void DoneTexts_OfEveryRunbook_AreAdviceOnly()
    {
        foreach (var runbook in Shipped())
        {
            foreach (var (language, text) in runbook.Tell.Done.Texts)
                foreach (var sentence in Sentences().Split(text).Where(sentence => sentence.Length > 0))
                    Advice[language].ShouldContain(beginning => sentence.StartsWith(beginning, StringComparison.Ordinal), $"{runbook.Id} ({language}): {sentence}");
        }
    }

    [Theory]
    [InlineData("The device is secured.")]
    [InlineData("You can sign in again.")]
    [InlineData("Your account was blocked.")]
    public void AClaim_IsNoAdvice(string sentence) => Advice["en"].ShouldAllBe(beginning => !sentence.StartsWith(beginning, StringComparison.Ordinal));

    [Fact]
    public void NobodyWhosePhoneMayBeGone_IsAskedToBeReachedByPhone()
    {
        // Whoever lost a phone, a laptop with a bag, or the phone with the second factor.
        foreach (var runbook in Shipped().Where(runbook => runbook.Intents.Any(intent => intent is "device.lost" or "device.stolen" or "identity.mfa-lost" or "identity.new-phone" or "identity.compromised")))
        {
            foreach (var text in new[] { runbook.Tell.Done, runbook.Tell.Waiting, runbook.Tell.Refused, runbook.Tell.Escalated }.SelectMany(text => text.Texts.Values))
                Phone().IsMatch(text).ShouldBeFalse($"{runbook.Id}: {text}");
        }
    }

    [Theory]
    [InlineData("Please stay reachable by phone.")]
    [InlineData("Bitte bleiben Sie telefonisch erreichbar.")]
    [InlineData("El equipo le llamará.")]
    [InlineData("L'équipe vous appellera.")]
    public void ACallThatIsPromised_IsFound(string text) => Phone().IsMatch(text).ShouldBeTrue();

    [Fact]
    public void SentencesOfOutcomes_AreInAllFourLanguages()
    {
        foreach (var condition in OutcomeConditions.All.Where(condition => condition.Requester is not null))
            condition.Requester!.Texts.Keys.ShouldBe(["en", "de", "es", "fr"], condition.Name);
    }

    private static IEnumerable<Runbook> Shipped() => RulebookFixture.ShippedRulebook().Runbooks.All.Where(runbook => !runbook.IsForBulk);

    [GeneratedRegex(@"(?<=[.!?])\s+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"by phone|call you|your phone at hand|keep your phone|telefonisch|ruft Sie|rufen Sie|anrufen|por teléfono|llamará|llamarle|par téléphone|appeller", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 60_000)]
    private static partial Regex Phone();
}
