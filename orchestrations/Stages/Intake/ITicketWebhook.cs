namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>
/// The webhook of one ticket system: how a request proves that the system sent it, and what its body says. Size, duplicates, inbox
/// and answers are the same for all systems and are not decided here. Implementations wait for nothing and keep nothing.
/// </summary>
public interface ITicketWebhook
{
    /// <summary>Id of the ticket system; the webhook's address is <c>/api/webhooks/</c> and this id.</summary>
    string System { get; }

    /// <summary>The setting without which no request can be checked and the webhook answers 503; null when it is given.</summary>
    string? MissingSetting { get; }

    /// <summary>How old <see cref="WebhookReading.SentAt"/> may be; <see cref="TimeSpan.MaxValue"/> where the proof itself holds the time.</summary>
    TimeSpan MaxAge { get; }

    /// <summary>The setting that says how far the sender's clock may be from ours.</summary>
    string ClockSetting { get; }

    /// <summary>
    /// False when the headers alone show that the request proves nothing: no signature, or one of the wrong form. Asked before the body is
    /// read, with an empty <see cref="WebhookRequest.Body"/>; a stranger's upload is then never waited for. Default: true.
    /// </summary>
    bool MayBeProven(WebhookRequest request) => true;

    /// <summary>Decides whether the system sent the request, over the raw body, in constant time.</summary>
    WebhookProof Check(WebhookRequest request);

    /// <summary>Reads a request whose proof is valid.</summary>
    WebhookReading Read(WebhookRequest request);
}

/// <summary>What the proof of a webhook is worth.</summary>
public enum WebhookProof
{
    /// <summary>None, or another sender's.</summary>
    Invalid,

    /// <summary>The system sent it, at a time that is too far from ours: it may be a replay and is refused, and the clocks differ.</summary>
    WrongTime,

    /// <summary>The system sent it.</summary>
    Valid,
}
