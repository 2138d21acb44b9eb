using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Proofs;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>A Verified ID as proof: asked for from the person's own page, taken only when everything in the report is right by the directory of this moment.</summary>
public sealed class PresentationProof(VerifiedIdService service, Presentations presentations, HandOverRecords records, SubjectProof subjects, ProofLedger ledger, TimeProvider time)
{
    /// <summary>True when a Verified ID can be asked for.</summary>
    public bool IsOffered => service.IsOffered;

    /// <summary>Asks the person for their Verified ID.</summary>
    /// <param name="handOver">The hand-over.</param>
    /// <param name="ticket">What people call the ticket.</param>
    /// <param name="state">Random, one use.</param>
    /// <param name="apiKey">Random, one use.</param>
    /// <param name="browser">Digest of their browser.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>What opens the wallet; null when it is not offered to this person.</returns>
    /// <exception cref="VendorException">Store, key, directory or service cannot be reached.</exception>
    public async Task<PresentationRequest?> AskAsync(HandOver handOver, string ticket, string state, string apiKey, string browser, CancellationToken cancellation)
    {
        if (!IsOffered || browser.Length == 0 || await subjects.WhyNeverAsync(handOver, cancellation) is not null || await service.PersonAsync(handOver.SubjectId, cancellation) is not { } person)
            return null;
        await presentations.AskAsync(SubjectProof.Of(handOver), state, apiKey, browser, time.GetUtcNow(), cancellation);
        return await service.RequestAsync(new PresentationAsk(state, apiKey, person.UserPrincipalName, $"Shows a temporary pass for your account on the page that is open for ticket {ticket}. Agree only if that is your own page."), cancellation);
    }

    /// <summary>Takes a report of the service.</summary>
    /// <param name="body">As it came. Anybody can send it.</param>
    /// <param name="apiKey">The key that its sender named.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>False when it answers no request of ours: its sender gets no more than that.</returns>
    /// <exception cref="VendorException">Store, key or directory cannot be reached: the service may send it again.</exception>
    public async Task<bool> ReceiveAsync(ReadOnlyMemory<byte> body, string apiKey, CancellationToken cancellation)
    {
        if (service.Read(body) is not { } report || await presentations.HandOverOfAsync(report.State, cancellation) is not { } id || await records.FindAsync(id, cancellation) is not { } handOver)
            return false;
        var (subject, now) = (SubjectProof.Of(handOver), time.GetUtcNow());
        if (await presentations.BrowserOfAsync(subject, report.State, apiKey, now, cancellation) is not { } browser)
            return false;
        if (!report.IsFinal)
            return true;
        if (await WhyNotAsync(handOver, report, now, cancellation) is { } why)
        {
            await ledger.RefuseAsync(subject, $"presentation/{Presentations.UseOf(report.State)}", "Verified ID", $"A Verified ID was refused: {why}", cancellation);
            return true;
        }

        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["issued"] = report.IssuedAt!.Value.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture) };
        await ledger.AddAsync(subject, new IdentityProof(ProofKind.VerifiedId, handOver.SubjectId, now, now + service.ValidFor, browser), Presentations.UseOf(report.State), facts, cancellation);
        return true;
    }

    private async Task<string?> WhyNotAsync(HandOver handOver, PresentationReport report, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await subjects.WhyNeverAsync(handOver, cancellation) is { } never)
            return never;
        return report.Weakness ?? await service.WhyNotOfAsync(handOver.SubjectId, report, now, cancellation);
    }
}
