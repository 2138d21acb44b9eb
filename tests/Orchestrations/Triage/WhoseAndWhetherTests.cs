using System.Text.Json;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Stages.Understanding.Traits;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Triage;

/// <summary>
/// For whom a ticket is, and whether anything is to be done at all. The rows of <c>whose-and-whether.jsonl</c> were written by people who did not read the code:
/// those with a trait led to an undue plan once, those marked <c>free</c> are plain requests, many of which name other people or ask a question.
/// </summary>
public sealed class WhoseAndWhetherTests
{
    private const string Free = "free";

    private static readonly string[] Stopping =
    [
        TicketTraits.ThirdParty, TicketTraits.SaidDone, TicketTraits.AlreadyDone, TicketTraits.Withdrawn, TicketTraits.AsksOnly, TicketTraits.AsksHow, TicketTraits.PrivateOnly,
    ];

    private static readonly IReadOnlyList<Row> Rows =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Triage", "whose-and-whether.jsonl")).Select(static line => JsonSerializer.Deserialize<Row>(line, JsonSerializerOptions.Web)!)];

    public static IEnumerable<object[]> All => Rows.Select(static (row, at) => new object[] { at, row.Title });

    [Theory]
    [MemberData(nameof(All))]
    public void Ticket_ShowsItsTrait_AndAPlainRequestNone(int at, string title)
    {
        var row = Rows[at];
        row.Title.ShouldBe(title);
        var snapshot = Tickets.Snapshot(row.Title, row.Text);

        var traits = ShippedIntents.Traits.Find(snapshot.Title, snapshot.Text);

        if (row.Trait == Free)
            traits.ShouldNotContain(trait => Stopping.Contains(trait), row.Text);
        else
            traits.ShouldContain(row.Trait, row.Text);
    }

    [Theory]
    [InlineData("teams meeting - white board gone??", "hi team, how can i get the whiteboard back in our teams meeting, we cant draw togehter anymore. thx")]
    [InlineData("Laptop", "Windows works fine, how do i connect the second screen")]
    [InlineData("Drucker", "Der Drucker oben läuft wieder, wie bekomme ich den unten verbunden")]
    [InlineData("Group", "The removal is done, thanks. New: please add me to the group Purchasing.")]
    [InlineData("Gruppe", "Das mit der Lizenz ist erledigt. Neu: bitte nehmt mich in die Gruppe Einkauf auf.")]
    [InlineData("Licence", "Forget the Visio licence. Now: I need Project instead.")]
    [InlineData("Accès", "L'ancien souci est résolu. Maintenant : il me faut l'accès au dossier Achats.")]
    [InlineData("Grupo", "Lo del permiso ya está solucionado. Ahora: necesito entrar en el grupo Compras.")]
    public void WhatIsOver_WithAnotherRequestBehindIt_IsNotClosed(string title, string text) =>
        ShippedIntents.Traits.Find(title, text).ShouldNotContain(trait => trait == TicketTraits.AlreadyDone || trait == TicketTraits.Withdrawn || trait == TicketTraits.SaidDone, text);

    [Theory]
    [InlineData("identity.compromised", "Somebody else signs in with my account. What should I do?")]
    [InlineData("identity.compromised", "Da sind Anmeldungen aus Minsk in meinem Konto. Was mache ich da?")]
    [InlineData("device.stolen", "My bag with the laptop was taken from the train, what do I do now?")]
    [InlineData("device.lost", "Je ne retrouve plus mon téléphone pro depuis le train, que faire ?")]
    [InlineData("identity.compromised", "I clicked a link in a mail and entered my password. What should I do? Nothing has happened so far.")]
    [InlineData("identity.compromised", "Nur zur Info: ich habe auf die Seite mein Passwort eingegeben, bisher ist nichts passiert.")]
    [InlineData("identity.compromised", "Pour information seulement, j'ai saisi mon mot de passe sur une fausse page, rien n'est arrivé.")]
    [InlineData("device.stolen", "My laptop was stolen from the car. Where do I report it? Wipe it just in case.")]
    [InlineData("device.lost", "FYI only, I lost my work phone yesterday, no action needed if it turns up.")]
    [InlineData("device.malware", "Solo para su información: he abierto el adjunto y el portátil va raro, por si acaso.")]
    [InlineData("device.malware", "¿Qué hago? En mi portátil piden un rescate y los archivos no se abren.")]
    public void Threat_WithAQuestion_StaysAThreat(string intent, string text)
    {
        var traits = ShippedIntents.Traits.Find("Help", text);

        var answer = new TraitRules(ShippedIntents.Catalogue).Apply(new Stages.Understanding.TriageAnswer(intent, 0.9), traits);

        answer.Intent.ShouldBe(intent, string.Join(' ', traits));
        TraitRules.Withheld(traits).ShouldBeNull();
    }

    [Theory]
    [InlineData("device.stolen", "What would I have to do if my laptop were stolen? I travel to Bogotá on Monday.")]
    [InlineData("device.lost", "Was müsste ich tun, falls mir das Diensthandy abhandenkommt?")]
    [InlineData("identity.licence", "How does one request a Visio licence, and what does it cost?")]
    [InlineData("device.sync", "¿Dónde se lanza la sincronización en el portal? Solo quiero saberlo.")]
    [InlineData("identity.new-phone", "Quelle est la marche à suivre pour changer de téléphone ? Je l'achète seulement en septembre.")]
    public void Question_BeforeAnythingHappened_WantsAnAnswer(string intent, string text)
    {
        var answer = new TraitRules(ShippedIntents.Catalogue).Apply(new Stages.Understanding.TriageAnswer(intent, 0.97), ShippedIntents.Traits.Find("Question", text));

        answer.Intent.ShouldBe(IntentCatalogue.HowTo);
        answer.Confidence.ShouldBeLessThanOrEqualTo(TraitRules.DoubtedConfidence);
    }

    [Theory]
    [InlineData("identity.locked-out", "Chorus Pro", "Mon accès Chorus Pro est bloqué. Ma session Windows et Outlook vont très bien.")]
    [InlineData("identity.password-forgotten", "Portal", "I forgot the password of the tender portal, my computer and mail work fine.")]
    [InlineData("identity.locked-out", "Buchung", "In der Buchung ist mein Benutzer gesperrt, Windows und Outlook funktionieren.")]
    [InlineData("identity.locked-out", "Selene", "Usuario de Selene bloqueado; el PC y Outlook funcionan con normalidad.")]
    public void Password_WhereTheOwnAccountWorks_IsNotTheDirectorys(string intent, string title, string text)
    {
        var system = ShippedIntents.Traits.FindSystem(title, text);

        new TraitRules(ShippedIntents.Catalogue).IsOfAnotherSystem(new Stages.Understanding.TriageAnswer(intent, 0.97), system).ShouldBeTrue(system);
    }

    [Theory]
    [InlineData("Locked", "Outlook no longer works fine, my account is locked.")]
    [InlineData("Konto", "Windows funktioniert nicht, mein Konto ist gesperrt.")]
    [InlineData("Compte", "Ma session Windows ne fonctionne plus, compte bloqué.")]
    public void Password_WhereTheOwnAccountDoesNotWork_IsTheDirectorys(string title, string text) => ShippedIntents.Traits.FindSystem(title, text).ShouldBe("entra");

    private sealed record Row(string Trait, string Language, string Title, string Text);
}
