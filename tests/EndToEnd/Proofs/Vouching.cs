using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.EndToEnd.Tests.Harness;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.EndToEnd.Tests.Proofs;

/// <summary>What a locked-out person and their manager do, each in a browser of their own.</summary>
internal static partial class Vouching
{
    /// <summary>Files the ticket; the approval then waits.</summary>
    public static async Task<(string CaseId, string ApprovalId)> FileAsync(HelpDeskClient client, SimulatedPerson person)
    {
        var caseId = await client.FileAsync("servicenow", person.UserPrincipalName, "Forgot my password", "I cannot remember my password after the holidays and need a way to sign in.");
        var waiting = await client.UntilAsync(caseId, CaseState.WaitingForApproval);
        return (caseId, waiting.OpenApprovalId!);
    }

    /// <summary>Files the ticket and has the manager approve it; the pass then waits.</summary>
    /// <param name="client">The helpdesk.</param>
    /// <param name="person">Whose account it is.</param>
    /// <param name="manager">Their manager, signed in.</param>
    /// <param name="letters">Letters that are waited for before: one that is overtaken by the decision is not sent any more. Default none.</param>
    public static async Task<(string CaseId, string HandOverId)> ApprovedAsync(HelpDeskClient client, SimulatedPerson person, Visitor manager, int letters = 0)
    {
        var (caseId, approvalId) = await FileAsync(client, person);
        await LettersAsync(client, letters);
        var (status, body) = await manager.DecideAsync(approvalId, approve: true);
        status.ShouldBe(HttpStatusCode.OK, body);
        return (caseId, (await client.UntilAsync(caseId, CaseState.WaitingForHandOver)).OpenHandOverId!);
    }

    /// <summary>The letters that were sent, once there are so many.</summary>
    public static async Task<List<JsonElement>> LettersAsync(HelpDeskClient client, int most) =>
        await Eventually.Get(async () => await client.Simulator.GetFromJsonAsync<List<JsonElement>>("/simulator/mail"), mail => mail.Count >= most, "the letters");

    public static SimulatedPerson ManagerOf(SimulatedPerson person) => new SimulatedTenant().Find(person.ManagerId!)!;

    /// <summary>The link to the person's own page, from the comment in the ticket.</summary>
    public static async Task<string> LinkAsync(HelpDeskClient client, string caseId) =>
        (await Eventually.Get(
            async () => ProofLink().Match(string.Join('\n', await client.OurCommentsAsync(caseId))) is { Success: true } found ? found.Value : null, link => link is not null, "the link to the person's own page"))!;

    /// <summary>Vouches, and reads the code on the manager's page.</summary>
    public static async Task<string> VouchAsync(Visitor manager, string handOverId)
    {
        var (status, body) = await manager.PressAsync($"/vouch/{handOverId}", $"/vouch/{handOverId}", ("check", "VideoCall"));
        status.ShouldBe(HttpStatusCode.OK, body);
        return Code().Match(body) is { Success: true } found ? found.Groups["code"].Value : throw new InvalidOperationException(body);
    }

    /// <summary>Types a code on the person's own page.</summary>
    public static Task<(HttpStatusCode Status, string Body)> EnterAsync(Visitor person, string link, string code) => person.PressAsync(link, link.Split('?')[0], ("act", "code"), ("code", code));

    /// <summary>Presses "Show pass" on the person's own page.</summary>
    public static Task<(HttpStatusCode Status, string Body)> ShowAsync(Visitor person, string link) => person.PressAsync(link, link.Split('?')[0], ("act", "show"));

    [GeneratedRegex("/proof/[^\\s]+", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex ProofLink();

    [GeneratedRegex("""<code id="voucher"[^>]*>(?<code>[^<]+)</code>""", RegexOptions.ExplicitCapture, 60_000)]
    private static partial Regex Code();
}
