using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// The webhook endpoint of every ticket system, for any host: size and headers before anything is read, then the proof over the raw body,
/// then reading, then intake. The answer says only what the real sender needs: 202, 400 with the field, 401 without a reason, 413, or 503
/// to be asked again.
/// </summary>
public sealed class WebhookReceiver(
    TicketIntake intake,
    IEnumerable<ITicketWebhook> webhooks,
    WebhookAnswers answers,
    SenderClocks clocks,
    TimeProvider time,
    ILogger<WebhookReceiver> log)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, ITicketWebhook> _webhooks = webhooks.ToDictionary(webhook => webhook.System, StringComparer.Ordinal);

    /// <summary><c>POST /api/webhooks/{system}</c>. An address of no ticket system is answered as any other unknown address.</summary>
    public async Task<IResult> ReceiveAsync(HttpContext http)
    {
        var system = http.Id("system");
        if (system == PresentationReceiver.System)
            return await http.RequestServices.GetRequiredService<PresentationReceiver>().ReceiveAsync(http);
        var channel = http.RequestServices.GetServices<IChannelWebhook>().FirstOrDefault(one => one.Channel == system);
        if (!_webhooks.TryGetValue(system, out var webhook) && channel is null)
            return WebhookProblem.Unknown();
        try
        {
            return channel is not null ? await http.RequestServices.GetRequiredService<ChannelReceiver>().ReceiveAsync(http, channel) : await AnswerAsync(http, webhook!);
        }
        catch (VendorException fault)
        {
            log.NotKept(system, fault.System, fault.Code);
            return answers.Unavailable(http, system, "unavailable", fault.RetryAfter ?? AskAgainAfter, WebhookProblem.Unavailable());
        }
#pragma warning disable CA1031 // Whatever it is, the sender gets an answer and an operator a log line. A request that cannot be read is the sender's.
        catch (Exception error) when (error is not BadHttpRequestException && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            return answers.Failed(system, ErrorReference.New(), ErrorText.Of(error).Message);
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, ITicketWebhook webhook)
    {
        var system = webhook.System;
        if (webhook.MissingSetting is not null)
            return answers.Unavailable(http, system, "not-set-up", AskAgainAfter, WebhookProblem.NotSetUp());
        if (http.Request.ContentLength > RawBody.MaxBytes)
            return answers.Refused(system, "too-large", WebhookProblem.TooLarge());
        var request = WebhookRequests.Of(http, time.GetUtcNow());
        if (!webhook.MayBeProven(request))
            return answers.Refused(system, "refused", WebhookProblem.Unauthorized());
        if (await RawBody.ReadAsync(http.Request, http.RequestAborted) is not { } body)
            return answers.Refused(system, "too-large", WebhookProblem.TooLarge());

        request = request with { Body = body };
        var proof = webhook.Check(request);
        if (proof == WebhookProof.WrongTime)
            await clocks.LateAsync(webhook, webhook.Read(request), http.RequestAborted);
        return proof == WebhookProof.Valid
            ? await TakeInAsync(http, webhook, webhook.Read(request))
            : answers.Refused(system, "refused", WebhookProblem.Unauthorized());
    }

    private async Task<IResult> TakeInAsync(HttpContext http, ITicketWebhook webhook, WebhookReading reading)
    {
        var answer = await intake.ReceiveAsync(webhook.System, reading, webhook.MaxAge, TraceText.Of(Activity.Current), http.RequestAborted);
        if (answer.Outcome == IntakeOutcome.Stale)
            await clocks.LateAsync(webhook, reading, http.RequestAborted);
        else
            clocks.InTime(webhook.System);
        return answers.Of(http, answer);
    }
}
