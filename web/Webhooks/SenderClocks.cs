using HelpDesk.Orchestrations.Stages.Health;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// Decides what a validly signed event says of its sender's clock when its time is far from ours. One that is known, or that nothing
/// follows from, says nothing: anyone who captured it can send it again. A new one means that the clocks differ, which health must show.
/// </summary>
public sealed class SenderClocks(TicketIntake intake, DependencyNotes notes, ILogger<SenderClocks> log)
{
    /// <summary>Notes an event that was refused because of its time.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">The store cannot be reached.</exception>
    public async Task LateAsync(ITicketWebhook webhook, WebhookReading reading, CancellationToken cancellation)
    {
        if (reading.Kind != WebhookReadingKind.Tells || await intake.KnowsAsync(reading, cancellation))
        {
            log.Replayed(webhook.System);
            return;
        }

        log.ClocksDiffer(webhook.System, webhook.ClockSetting);
        notes.Refused(HealthRegistration.Clock, webhook.System, HealthRegistration.ClockAdvice(webhook.ClockSetting));
    }

    /// <summary>Notes that an event of the system came in time.</summary>
    public void InTime(string system) => notes.Allowed(HealthRegistration.Clock, system);
}
