using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Proofs;

/// <summary>
/// One-time codes that a manager gives to a person whom they recognised. What counts is in the audit chain, signed: the keyed digest of the code,
/// never the code; its use is the proof itself, whose key the chain takes once.
/// </summary>
public sealed class Vouchers(IRecordStore store, IAuditLog audit, AuditSeals seals, ProofLedger ledger, ProofLinks links, PolicySet policy)
{
    /// <summary>Least characters of a code: 13 of 32 are 65 bits.</summary>
    public const int CodeLength = 13;

    // More for one hand-over would be somebody who tries.
    private const int MostPerHandOver = 3;

    private static readonly string Partition = Tenant.Partition("voucher-tries");

    /// <summary>Keeps a new code; the one before it is void from then on.</summary>
    /// <param name="subject">What it is for.</param>
    /// <param name="managerId">Who recognised the person.</param>
    /// <param name="recognised">How, from the closed list.</param>
    /// <param name="code">The code. Nothing of it is kept but a keyed digest.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Until when it can be entered; null when too many were given for this hand-over.</returns>
    public async Task<DateTimeOffset?> GiveAsync(ProofSubject subject, PersonId managerId, string recognised, string code, DateTimeOffset now, CancellationToken cancellation)
    {
        var expires = now + policy.Proofs.VoucherValidFor;
        for (var number = 1; number <= MostPerHandOver; number++)
        {
            var facts = subject.Facts();
            facts["voucher"] = number.ToString(CultureInfo.InvariantCulture);
            facts["recognized"] = recognised;
            facts["at"] = ProofLedger.Text(now);
            facts["expires"] = ProofLedger.Text(expires);
            facts["code-digest"] = links.DigestOf(subject.HandOverId, number, Plain(code));
            var entry = new AuditEvent(subject.CaseId, KeyOf(subject.HandOverId, number), AuditKinds.VoucherGiven, $"person:{managerId}", "The manager said how they recognized the person and got a one-time code for them.", facts);
            if (await audit.TryAppendAsync(await seals.SealAsync(entry, cancellation), cancellation))
                return expires;
        }

        return null;
    }

    /// <summary>Takes a code that a person typed. A try is counted before it is compared.</summary>
    /// <param name="subject">What it must be for.</param>
    /// <param name="code">As typed.</param>
    /// <param name="browser">Digest of the person's browser.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<VoucherUse> UseAsync(ProofSubject subject, string code, string browser, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await LatestAsync(subject, cancellation) is not { } given)
            return VoucherUse.NoneGiven;
        var (number, entry) = given;
        if (now >= ProofLedger.Moment(entry.Facts["expires"]))
            return VoucherUse.Expired;
        var row = string.Create(CultureInfo.InvariantCulture, $"{subject.HandOverId}|{number}");
        var tries = await store.UpdateAsync<Tries>(Tables.Flags, Partition, row, before => new Tries((before?.Count ?? 0) + 1), cancellation);
        if (tries.Count > policy.Proofs.WrongCodes)
            return VoucherUse.TooManyTries;
        var isRight = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(links.DigestOf(subject.HandOverId, number, Plain(code))), Encoding.UTF8.GetBytes(entry.Facts["code-digest"]));
        if (!isRight)
        {
            await ledger.RefuseAsync(subject, string.Create(CultureInfo.InvariantCulture, $"voucher-{number}-{tries.Count}"), "one-time code", "A wrong one-time code was entered.", cancellation);
            return tries.Count == policy.Proofs.WrongCodes ? VoucherUse.TooManyTries : VoucherUse.Wrong;
        }

        var proof = new IdentityProof(ProofKind.ManagerVoucher, entry.Actor["person:".Length..], now, now + policy.Proofs.ProofValidFor, browser);
        var evidence = new Dictionary<string, string>(StringComparer.Ordinal) { ["voucher"] = entry.Facts["voucher"], ["recognized"] = entry.Facts["recognized"] };
        return await ledger.AddAsync(subject, proof, entry.Facts["voucher"], evidence, cancellation) ? VoucherUse.Taken : VoucherUse.UsedBefore;
    }

    /// <summary>True when a code was given and can still be entered.</summary>
    public async Task<bool> IsWaitingAsync(ProofSubject subject, DateTimeOffset now, CancellationToken cancellation) =>
        await LatestAsync(subject, cancellation) is { } given && now < ProofLedger.Moment(given.Entry.Facts["expires"]);

    // Only the newest counts.
    private async Task<(int Number, AuditEvent Entry)?> LatestAsync(ProofSubject subject, CancellationToken cancellation)
    {
        for (var number = MostPerHandOver; number > 0; number--)
        {
            if (await audit.FindAsync(subject.CaseId, KeyOf(subject.HandOverId, number), cancellation) is not { Event: var entry })
                continue;
            // One that is not genuine hides no older one: somebody wrote into the chain.
            return entry.Kind == AuditKinds.VoucherGiven && subject.Owns(entry.Facts) && await seals.IsGenuineAsync(entry, cancellation) ? (number, entry) : null;
        }

        return null;
    }

    // People read codes aloud: case, spaces and hyphens do not matter, and letters that look like digits are those digits.
    private static string Plain(string code) =>
        string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(CodeLength + 1).Select(letter => letter switch { 'O' => '0', 'I' or 'L' => '1', _ => letter }));

    private static string KeyOf(string handOverId, int number) => string.Create(CultureInfo.InvariantCulture, $"{handOverId}/voucher-{number}");

    private sealed record Tries(int Count);
}

/// <summary>What became of a code that was typed.</summary>
public enum VoucherUse
{
    /// <summary>It was right, and is used up.</summary>
    Taken,

    /// <summary>It is wrong.</summary>
    Wrong,

    /// <summary>Too many wrong ones; the manager must give a new one.</summary>
    TooManyTries,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was right and was used before.</summary>
    UsedBefore,

    /// <summary>No manager gave one.</summary>
    NoneGiven,
}
