using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Health;
using Microsoft.Extensions.Options;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Mail;

/// <summary>
/// Keeps the subscription that notifies of new mail alive: made when there is none, renewed a day before its end, made anew when Graph removed it. Only
/// with <c>Graph:IntakeClientState</c>. It is a wake-up and nothing more, so that a failure stops no reading.
/// </summary>
internal sealed class MailboxSubscription(GraphGateway graph, DependencyNotes notes, IOptions<GraphOptions> options, IOptions<HelpDeskOptions> product, TimeProvider time)
{
    private const string Purpose = "mail-subscription";

    // The shortest of the longest times that Graph's pages name (4,230 minutes), with an hour to spare.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(4_170);
    private static readonly TimeSpan RenewBefore = TimeSpan.FromHours(24);
    private static readonly TimeSpan AgainAfterFailure = TimeSpan.FromMinutes(30);

    // Not static: what only some deployments need is not among the roles that all are given.
    private readonly GraphOperation _list = new("list the subscriptions of the app", "Mail.Read");
    private readonly GraphOperation _make = new("subscribe to new mail of the intake mailbox", "Mail.Read");
    private readonly GraphOperation _renew = new("renew the subscription to new mail", "Mail.Read") { Answers = [404] };

    private long _nextTicks;
    private int _mustRenew;

    private string Resource => $"/users/{options.Value.IntakeMailbox}/mailFolders('inbox')/messages";

    /// <summary>Makes or renews it when that is due.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        var (now, due) = (time.GetUtcNow(), Interlocked.Read(ref _nextTicks));
        if (options.Value.IntakeClientState.Length == 0 || now.UtcTicks < due)
            return;
        // One of several readings at a time, and not again at once when it fails.
        var again = (now + AgainAfterFailure).UtcTicks;
        if (Interlocked.CompareExchange(ref _nextTicks, again, due) != due)
            return;
        var mustRenew = Interlocked.Exchange(ref _mustRenew, 0) == 1;
        try
        {
            var ends = await EndsAsync(now, mustRenew, cancellation);
            // What Graph said meanwhile is not forgotten.
            Interlocked.CompareExchange(ref _nextTicks, (ends - RenewBefore).UtcTicks, again);
            notes.Allowed("graph", Purpose);
        }
        catch (VendorException fault)
        {
            if (mustRenew)
                Interlocked.Exchange(ref _mustRenew, 1);
            notes.Refused("graph", Purpose, $"New mail is read by the timer only, because its subscription could not be kept: {fault.Message}");
        }
    }

    /// <summary>Graph said that it ends, is gone or must be allowed again: at the next reading it is renewed whatever its end is, and made anew where it is not there.</summary>
    public void Forget()
    {
        Interlocked.Exchange(ref _mustRenew, 1);
        Interlocked.Exchange(ref _nextTicks, 0);
    }

    private async Task<DateTimeOffset> EndsAsync(DateTimeOffset now, bool mustRenew, CancellationToken cancellation)
    {
        var address = product.Value.Page($"api/webhooks/{MailboxSource.Name}").AbsoluteUri;
        var known = (await graph.ReadAsync(_list, (client, stop) => client.Subscriptions.GetAsync(cancellationToken: stop), cancellation)).Value?.Value?
            .Where(one => one.Id is not null && string.Equals(one.Resource?.TrimStart('/'), Resource.TrimStart('/'), StringComparison.OrdinalIgnoreCase) && one.NotificationUrl == address)
            .MaxBy(static one => one.ExpirationDateTime);
        // Graph sends nothing more after it asked to be allowed again, however far away the end is.
        if (!mustRenew && known?.ExpirationDateTime is { } ends && ends - now > RenewBefore)
            return ends;
        var until = now + Lifetime;
        if (known is not null)
        {
            var renewed = await graph.AskAsync(_renew, (client, stop) => client.Subscriptions[known.Id].PatchAsync(new Subscription { ExpirationDateTime = until }, cancellationToken: stop), cancellation);
            if (renewed.Status < 400)
                return until;
        }

        await graph.AskAsync(
            _make,
            (client, stop) => client.Subscriptions.PostAsync(
                new Subscription { ChangeType = "created", NotificationUrl = address, LifecycleNotificationUrl = address, Resource = Resource, ExpirationDateTime = until, ClientState = options.Value.IntakeClientState },
                cancellationToken: stop),
            cancellation);
        return until;
    }
}
