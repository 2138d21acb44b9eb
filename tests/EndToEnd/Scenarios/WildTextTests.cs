using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Scenarios;

/// <summary>What markup, history and order mean: newest words win, struck words are gone, a mail that is handed on is its writer's.</summary>
public sealed class WildTextTests : IClassFixture<SharedHost>
{
    private const string Removal = "I no longer need VPN access, please remove it.";
    private static readonly SimulatedTenant Tenant = new();
    private static readonly List<SimulatedPerson> Members =
        [.. Tenant.People.Where(person => person.AccountEnabled && !person.IsFunctional && person.Mail is not null && Tenant.Groups.Single(group => group.Id == KnownGroups.Vpn).Members.Contains(person.Id)).OrderBy(person => person.Id, StringComparer.Ordinal)];

    private readonly HelpDeskClient _client;

    public WildTextTests(SharedHost shared) => _client = shared.Host.Client;

    public static TheoryData<int, string, string, string> NothingIsRemoved => new()
    {
        { 1, "struck element", "VPN access", $"<p><s>{Removal}</s></p><p>Sorry, I mixed something up, all good as it is.</p>" },
        { 2, "struck by style", "VPN access", $"<p><span style=\"font-size:10pt;text-decoration:line-through\">{Removal}</span></p><p>Please ignore, everything is fine.</p>" },
        { 3, "taken back in the text", "VPN-Zugang", "Ich brauche den VPN-Zugang nicht mehr, bitte entfernen. Nachtrag: doch nicht, bitte alles lassen, wie es ist." },
        { 4, "two targets", "CRM access", Removal },
        { 5, "two targets side by side", "Access no longer needed", "I no longer need access to CRM and VPN, please remove it." },
    };

    [Fact]
    public async Task Removal_PlainlyAsked_IsDone()
    {
        var member = Members[0];

        var done = await _client.UntilAtRestAsync(await _client.FileAsync("servicenow", member.UserPrincipalName, "VPN access", Removal));

        (done.State, done.Path).ShouldBe((CaseState.Resolved, CasePath.Automatic), $"{done.Reason} {done.Intent} {done.Confidence} {done.Doubt}");
        (await _client.EffectsAsync()).Where(effect => effect.ToString().Contains(member.Id, StringComparison.OrdinalIgnoreCase)).ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(NothingIsRemoved))]
    public async Task Removal_NotWhatIsMeant_GoesToAPerson(int who, string what, string title, string text)
    {
        var caseId = await _client.FileAsync("servicenow", Members[who].UserPrincipalName, title, text);

        await ShouldBeAPersonsAsync(caseId, Members[who], what);
    }

    [Fact]
    public async Task Removal_SettledInTheText_IsClosedWithThanksAndNothingIsDone()
    {
        var caseId = await _client.FileAsync("servicenow", Members[14].UserPrincipalName, "VPN-Zugang", "Ich brauche den VPN-Zugang nicht mehr, bitte entfernen. Nachtrag: hat sich erledigt, alles bleibt wie es ist.");

        (await _client.UntilAtRestAsync(caseId)).State.ShouldBeOneOf(CaseState.Resolved, CaseState.Escalated);

        (await _client.EffectsAsync()).Where(effect => effect.ToString().Contains(Members[14].Id, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(6, "servicenow", "Sorry, forget it, I do need it after all.")]
    [InlineData(7, "jira", "Ich brauche den Zugang doch noch, bitte nichts entfernen.")]
    [InlineData(8, "servicenow", "Finalement j'en ai besoin, merci de ne rien supprimer.")]
    public async Task Removal_TakenBackBeforeItIsRead_TheNewestWordsWin(int who, string system, string comment)
    {
        var caseId = await _client.FileLaterAsync(system, Members[who].UserPrincipalName, "VPN access", Removal, id => _client.CommentAsync(id, comment));

        await ShouldBeAPersonsAsync(caseId, Members[who], comment);
    }

    [Theory]
    [InlineData(9, "-I no longer need VPN access, please remove it.-\n\nSorry, I mixed something up, all good as it is.")]
    public async Task Removal_StruckInJira_DoesNotCount(int who, string text) =>
        await ShouldBeAPersonsAsync(await _client.FileAsync("jira", Members[who].UserPrincipalName, "VPN access", text), Members[who], "strike");

    [Theory]
    [InlineData(10, "Fwd: VPN access not needed", "VPN access is no longer needed, please remove it.\n\n---------- Forwarded message ---------\nFrom: {0} <{1}>\nDate: Mon, 2 Nov 2026 at 09:12\nSubject: VPN access not needed\nTo: {2}\n\nI no longer need VPN access, please remove it.")]
    [InlineData(11, "WG: VPN-Zugang", "Der VPN-Zugang wird nicht mehr benötigt, bitte entfernen.\n\nVon: {0} <{1}>\nGesendet: Montag, 2. November 2026 09:12\nAn: {2}\nBetreff: VPN-Zugang\n\nIch brauche den VPN-Zugang nicht mehr, bitte entfernen.")]
    [InlineData(12, "TR : Accès VPN", "L'accès VPN n'est plus nécessaire, merci de le retirer.\n\nDe : {0} <{1}>\nEnvoyé : lundi 2 novembre 2026 09:12\nÀ : {2}\nObjet : Accès VPN\n\nJe n'ai plus besoin de l'accès VPN, merci de le retirer.")]
    [InlineData(13, "RV: Acceso VPN", "Ya no se necesita el acceso VPN, por favor retírenlo.\n\nDe: {0} <{1}>\nEnviado: lunes, 2 de noviembre de 2026 9:12\nPara: {2}\nAsunto: Acceso VPN\n\nYa no necesito el acceso VPN, por favor retírenlo.")]
    public async Task Removal_InAMailThatIsHandedOn_IsNeverTheForwarders(int who, string title, string text)
    {
        var (forwarder, employee) = (Members[who], Members[who + 10]);
        var mail = string.Format(System.Globalization.CultureInfo.InvariantCulture, text, employee.DisplayName, employee.Mail, forwarder.DisplayName);

        await ShouldBeAPersonsAsync(await _client.FileAsync("servicenow", forwarder.UserPrincipalName, title, mail), forwarder, title);
    }

    [Fact]
    public async Task Password_BehindALongImage_IsReadAsWithoutIt()
    {
        var image = $"<p><img src=\"data:image/png;base64,{new string('A', 90_000)}\"></p><p>I forgot my password and cannot sign in any more.</p>";

        var withImage = await _client.UntilAtRestAsync(await _client.FileAsync("servicenow", Members[24].UserPrincipalName, "Password", image));

        withImage.Intent.ShouldBe("identity.password-forgotten", withImage.Reason);
    }

    private async Task ShouldBeAPersonsAsync(string caseId, SimulatedPerson member, string what)
    {
        var rest = await _client.UntilAtRestAsync(caseId);

        // Asked which one is meant, or with a person: nothing is done on a guess.
        rest.State.ShouldBeOneOf([CaseState.Escalated, CaseState.WaitingForAnswer], $"{what}: {rest.Reason}");
        rest.OpenApprovalId.ShouldBeNull();
        (await _client.EffectsAsync()).Where(effect => effect.ToString().Contains(member.Id, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(what);
        (await _client.TicketAsync(caseId)).GetProperty("isResolved").GetBoolean().ShouldBeFalse(what);
    }
}
