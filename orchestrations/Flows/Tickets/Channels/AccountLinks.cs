using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HelpDesk.Orchestrations.Domain.Channels;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Ledger.Channels;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Channels;

/// <summary>
/// The signed link, good once and for an hour, by which a person confirms with their sign-in that an account of a chat is theirs. It is sent to that account only, and
/// counts only for the person whose mail address the account has: a link that somebody else passes on ties nothing.
/// </summary>
public sealed class AccountLinks(ChannelAccounts accounts, ChannelSenders senders, IOptions<HelpDeskOptions> options, TimeProvider time)
{
    private const int MacLength = 32;
    private const int LongestToken = 300;

    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    private readonly byte[] _key = Convert.FromBase64String(options.Value.LinkKey);

    /// <summary>The link for the account of a message; null where the channel proves the account by itself, or it was confirmed already.</summary>
    public async Task<Uri?> ForAsync(ReceivedMessage received, CancellationToken cancellation)
    {
        var sender = received.Message.Sender;
        return sender is { AccountId: { } account, Proof: SenderProof.Address } && received.Person is not null && await accounts.OwnerAsync(received.Message.Channel, account, cancellation) is null
            ? options.Value.Page($"my/chats?t={Uri.EscapeDataString(Write(received.Message.Channel, account, time.GetUtcNow() + GoodFor))}")
            : null;
    }

    /// <summary>The account that a link is for; null for anything that we did not write, and when its time is over.</summary>
    public (string Channel, string AccountId)? Read(string? token)
    {
        if (token is not { Length: > MacLength + 1 and <= LongestToken } || token[MacLength] != '.')
            return null;
        var text = token[(MacLength + 1)..];
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mac(text)), Encoding.UTF8.GetBytes(token[..MacLength])) || text.Split('.', 3) is not [var until, var channel, var account])
            return null;
        return time.GetUtcNow().ToUnixTimeSeconds() < long.Parse(until, CultureInfo.InvariantCulture) ? (channel, account) : null;
    }

    /// <summary>Ties the account to who is signed in.</summary>
    /// <param name="token">The link's token.</param>
    /// <param name="person">Who is signed in.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The channel, the directory, the key or the store cannot be reached now.</exception>
    public async Task<AccountLinked> ConfirmAsync(string? token, PersonId person, CancellationToken cancellation)
    {
        if (Read(token) is not var (channel, account))
            return AccountLinked.Invalid;
        // Read from the channel at this moment, not from the link.
        var asked = new ChannelMessage(channel, "account", account, new ChannelSender(SenderProof.None, null, null, "") { AccountId = account }, "", time.GetUtcNow());
        if ((await senders.OfAsync("account", asked, cancellation)).Person is not { } owner || !owner.Id.Is(person))
            return AccountLinked.AnotherPerson;
        if (!await accounts.UseAsync(token!, cancellation))
            return AccountLinked.Invalid;
        await accounts.LinkAsync(channel, account, person, cancellation);
        return AccountLinked.Done;
    }

    private string Write(string channel, string account, DateTimeOffset until)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}.{channel}.{account}");
        return $"{Mac(text)}.{text}";
    }

    private string Mac(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"account-link|{text}")))[..MacLength];
}

/// <summary>What became of a confirmation.</summary>
public enum AccountLinked
{
    /// <summary>The account is the person's.</summary>
    Done,

    /// <summary>The link is not ours, over, or used.</summary>
    Invalid,

    /// <summary>The account has another person's mail address.</summary>
    AnotherPerson,
}
