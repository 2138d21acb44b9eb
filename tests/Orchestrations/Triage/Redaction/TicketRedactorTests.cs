using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Stages.Understanding.Redaction;

namespace HelpDesk.Orchestrations.Tests.Triage.Redaction;

public sealed class TicketRedactorTests
{
    [Theory]
    [InlineData("Mail me at tom.smith@contoso.example please", "Mail me at [MAIL_1] please")]
    [InlineData("Call +49 89 1234 5678 now", "Call [PHONE_1] now")]
    [InlineData("My phone is 0171 2345678, thanks", "My phone is [PHONE_1], thanks")]
    [InlineData("reach me at (425) 555-0199", "reach me at [PHONE_1]")]
    [InlineData("mi teléfono es 612 345 678", "mi teléfono es [PHONE_1]")]
    [InlineData("Pay to DE89 3704 0044 0532 0130 00 today", "Pay to [IBAN_1] today")]
    [InlineData("card 4111 1111 1111 1111 was charged", "card [CARD_1] was charged")]
    [InlineData("ping 10.20.30.40 fails", "ping [IP_1] fails")]
    [InlineData("address 2001:db8::1 is used", "address [IP_1] is used")]
    [InlineData("id 3f2504e0-4f89-11d3-9a0c-0305e82c3301 is mine", "id [ID_1] is mine")]
    [InlineData("Personalnummer: 4711083 steht drauf", "Personalnummer: [ID_1] steht drauf")]
    [InlineData("my passport number is C01X00T47 ok", "my passport number is [ID_1] ok")]
    [InlineData("SSN 078-05-1123 ok", "SSN [ID_1] ok")]
    public void Redact_PersonalData_IsAPlaceholder(string text, string expected) => Tickets.Redacted(text).ShouldBe(expected);

    [Theory]
    [InlineData("The initial password is Sommer2024! and must change", "Sommer2024")]
    [InlineData("initial password is welcome", "welcome")]
    [InlineData("Password: hunter2", "hunter2")]
    [InlineData("Das Passwort lautet Geheim#99", "Geheim#99")]
    [InlineData("Kennwort: Winter23", "Winter23")]
    [InlineData("Initialpasswort ist Start123", "Start123")]
    [InlineData("La contraseña es Verano2024*", "Verano2024")]
    [InlineData("mot de passe : Soleil123!", "Soleil123")]
    [InlineData("le mot de passe est \"bonjour a tous\"", "bonjour a tous")]
    [InlineData("I use the password Hunter2222 everywhere", "Hunter2222")]
    [InlineData("Login with aB3$xyZ9qq please, that is the password", "aB3$xyZ9qq")]
    [InlineData("my pin is 4821", "4821")]
    [InlineData("verification code 493021 came", "493021")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl here", "eyJhbGci")]
    [InlineData("Server=x;User Id=sa;Password=S3cr3t;Encrypt=true", "S3cr3t")]
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=abcDEF123456==;x", "abcDEF123456")]
    [InlineData("Authorization: Bearer abcdefghijklmnop1234", "abcdefghijklmnop1234")]
    [InlineData("key ghp_abcdefghijklmnopqrstuvwxyz0123456789", "ghp_abcdef")]
    [InlineData("recovery 123456-234567-345678-456789-567890-678901-789012-890123", "234567-345678")]
    [InlineData("https://x.example/a?sv=1&sig=AbCdEf%2F123", "AbCdEf")]
    [InlineData("Temporary access pass: k7Dn#2pQ", "k7Dn#2pQ")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----", "MIIEowIBAAKCAQEA")]
    public void Redact_Secret_IsDroppedAndNeverRemembered(string text, string secret)
    {
        var snapshot = Tickets.Snapshot("", text);

        snapshot.Text.ShouldContain("[SECRET]");
        snapshot.Text.ShouldNotContain(secret);
        snapshot.Placeholders.Values.ShouldAllBe(value => !value.Contains(secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("My password is wrong")]
    [InlineData("the password is not accepted")]
    [InlineData("password expired yesterday")]
    [InlineData("Mein Passwort ist abgelaufen")]
    [InlineData("Mein Kennwort wurde nicht angenommen")]
    [InlineData("mi contraseña está caducada")]
    [InlineData("mon mot de passe est expiré")]
    [InlineData("I forgot my password for the laptop")]
    [InlineData("Laptop LT-DE-04711 is slow")]
    [InlineData("DESKTOP-AB12CD3 does not start")]
    [InlineData("serial number 5CG1234ABC, asset 100234567")]
    [InlineData("Seriennummer: 012345678901")]
    [InlineData("MAC address 00-1A-2B-3C-4D-5E")]
    [InlineData("ticket INC0012345 from 2024-06-05 09:15")]
    [InlineData("version 10.0.19045 fails with error 0x80070005")]
    [InlineData("I need Microsoft Teams for Power BI")]
    [InlineData("Zugriff für Abteilung Einkauf")]
    [InlineData("The invoice is over 1.234.567,89 EUR")]
    [InlineData("It fails at 12:30:45 every day")]
    public void Redact_NothingPersonal_StaysAsItIs(string text) => Tickets.Redacted(text).ShouldBe(text);

    [Theory]
    [InlineData("Hi Tom,\nmy laptop is slow", "Tom")]
    [InlineData("Please ask Mr. Smith about it", "Smith")]
    [InlineData("Herr Müller hat es gesehen", "Müller")]
    [InlineData("I need it for my colleague Anna Weber", "Weber")]
    [InlineData("Reset the password of Peter Jones please", "Jones")]
    [InlineData("Meine Kollegin Sabine Vogel kommt nicht rein", "Vogel")]
    [InlineData("mi compañero Carlos Ruiz no puede entrar", "Ruiz")]
    [InlineData("ma collègue Claire Dubois est bloquée", "Dubois")]
    [InlineData("User: Maria Lopez", "Lopez")]
    public void Redact_NameOfAnother_IsAPlaceholder(string text, string name)
    {
        var snapshot = Tickets.Snapshot("", text);

        snapshot.Text.ShouldNotContain(name);
        snapshot.Text.ShouldContain("[PERSON_1]");
        snapshot.Placeholders["[PERSON_1]"].ShouldContain(name);
    }

    [Fact]
    public void Redact_RequestersOwnName_IsToldFromOthers() =>
        Tickets.Redacted("This is Anna Schmidt. Anna needs help, says Mr. Brown.").ShouldBe("This is [REQUESTER]. [REQUESTER] needs help, says Mr. [PERSON_1].");

    [Fact]
    public void Redact_SameValueTwice_IsTheSamePlaceholder()
    {
        var snapshot = Tickets.Snapshot("For tom@contoso.example", "Write to tom@contoso.example or eve@contoso.example");

        snapshot.Title.ShouldBe("For [MAIL_1]");
        snapshot.Text.ShouldBe("Write to [MAIL_1] or [MAIL_2]");
        snapshot.Placeholders["[MAIL_1]"].ShouldBe("tom@contoso.example");
    }

    [Fact]
    public void Redact_Card_IsNotRemembered() => Tickets.Snapshot("", "card 4111 1111 1111 1111").Placeholders.ShouldBeEmpty();

    [Fact]
    public void Normalise_HiddenCharacters_AreGone() =>
        Tickets.Redacted("re\u200bset\u202e my\u0000 e\u0301cran \ud800 now\U000E0041").ShouldBe("reset my écran now");

    [Fact]
    public void Normalise_Markup_IsText() =>
        Tickets.Redacted("<p>Hello &amp; thanks</p><div style=\"x\">My <b>screen</b> is black</div>{color:red}now{color}").ShouldBe("Hello & thanks\nMy screen is black\nnow");

    [Fact]
    public void Normalise_AtlassianDocument_IsItsTexts() =>
        Tickets.Redacted("""{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"My screen is black"}]}]}""").ShouldBe("My screen is black");

    [Theory]
    [InlineData("My screen is black since today\n\n-----Original Message-----\nFrom: x\nold words")]
    [InlineData("My screen is black since today\n\nAm 01.02.2026 um 10:00 schrieb Tom:\n> old words")]
    [InlineData("My screen is black since today\n> old words")]
    [InlineData("My screen is black since today\nFrom: x\nSent: y\nTo: z\nSubject: s\nold words")]
    [InlineData("My screen is black since today\nMit freundlichen Grüßen\nold words")]
    [InlineData("My screen is black since today\n--\nold words")]
    public void Normalise_MailHistoryAndSignature_AreCut(string text) => Tickets.Redacted(text).ShouldBe("My screen is black since today");

    [Fact]
    public void Normalise_NothingButAQuotation_Stays() => Tickets.Redacted("> My screen is black").ShouldContain("My screen is black");

    [Fact]
    public void Truncate_LongTicket_KeepsTheNewestComments()
    {
        var snapshot = Tickets.Snapshot(string.Join(' ', Enumerable.Repeat("title", 200)), string.Join(' ', Enumerable.Repeat("word", 3_000)), string.Join(' ', Enumerable.Repeat("older", 200)), "the newest of all");

        snapshot.Title.Length.ShouldBeLessThanOrEqualTo(TicketRedactor.MaxTitle);
        snapshot.Text.Length.ShouldBeLessThanOrEqualTo(TicketRedactor.MaxText);
        snapshot.Text.ShouldEndWith("the newest of all");
    }

    [Fact]
    public void Truncate_MachineDump_IsCutEarly() =>
        Tickets.Snapshot("CRITICAL alert", string.Join('\n', Enumerable.Repeat("2026-03-01 10:00:00 ERROR disk failed on srv-db-02", 200))).Text.Length.ShouldBeLessThanOrEqualTo(1_500);

    [Fact]
    public void Truncate_SecretAtTheEdge_IsStillDropped()
    {
        var filler = string.Join(' ', Enumerable.Repeat("word", 1_196));
        var snapshot = Tickets.Snapshot("", $"{filler} the password is Sommer2024!Sommer2024! end {filler}");

        snapshot.Text.ShouldNotContain("Sommer");
    }

    [Fact]
    public void Redact_HostileText_IsBoundedInTime()
    {
        string[] hostile =
        [
            new string('1', 60_000), string.Concat(Enumerable.Repeat("1 ", 30_000)), string.Concat(Enumerable.Repeat("a@", 30_000)), string.Concat(Enumerable.Repeat("password ", 7_000)),
            new string('<', 60_000), string.Concat(Enumerable.Repeat("<p ", 20_000)), string.Concat(Enumerable.Repeat("-----BEGIN ", 5_000)), string.Concat(Enumerable.Repeat("::", 30_000)), string.Concat(Enumerable.Repeat("Anna Schmidt ", 4_000)), string.Concat(Enumerable.Repeat("DE00 ", 12_000)), string.Concat(Enumerable.Repeat("\n ", 30_000)),
        ];
        var started = TimeProvider.System.GetTimestamp();
        foreach (var text in hostile)
            Tickets.Snapshot(text, text).Text.Length.ShouldBeLessThanOrEqualTo(TicketRedactor.MaxText);

        TimeProvider.System.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Redact_AnyPlaceholder_CanBeTurnedBack()
    {
        var snapshot = Tickets.Snapshot("Hi Tom,", "Mail tom@contoso.example, call +49 89 12345678, IBAN DE89370400440532013000, 10.1.2.3");

        foreach (Match placeholder in Regex.Matches(snapshot.Text, @"\[[A-Z]+_\d+\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)))
            snapshot.Placeholders.Keys.ShouldContain(placeholder.Value);
    }
}
