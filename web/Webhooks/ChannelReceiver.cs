using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Stages.Intake;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Webhooks;

/// <summary>
/// Where channels send what people write and press, for any host: <c>POST /api/webhooks/{channel}</c>. Size and headers before anything is read, then
/// the proof, then keeping; a button is answered at once with what became of it.
/// </summary>
public sealed class ChannelReceiver(ChannelIntake intake, ChannelPresses presses, WebhookAnswers answers, TimeProvider time)
{
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromSeconds(30);

    /// <summary>Takes one request.</summary>
    /// <exception cref="HelpDesk.Orchestrations.Foundation.VendorException">Something that is needed cannot be reached now: the sender must repeat.</exception>
    public async Task<IResult> ReceiveAsync(HttpContext http, IChannelWebhook webhook)
    {
        var (channel, cancellation) = (webhook.Channel, http.RequestAborted);
        if (webhook.MissingSetting is not null)
            return answers.Unavailable(http, channel, "not-set-up", AskAgainAfter, WebhookProblem.NotSetUp());
        if (http.Request.ContentLength > RawBody.MaxBytes)
            return answers.Refused(channel, "too-large", WebhookProblem.TooLarge());
        var request = WebhookRequests.Of(http, time.GetUtcNow());
        if (!webhook.MayBeProven(request))
            return answers.Refused(channel, "refused", WebhookProblem.Unauthorized());
        if (await RawBody.ReadAsync(http.Request, cancellation) is not { } body)
            return answers.Refused(channel, "too-large", WebhookProblem.TooLarge());

        var reading = await webhook.ReadAsync(request with { Body = body }, cancellation);
        foreach (var message in reading.Messages)
            await intake.AcceptAsync(message, cancellation);
        if (reading.Wakes)
            await intake.WakeAsync(channel, cancellation);
        if (reading.Refreshed is { } card)
            return Result(webhook.AnswerTo(card, await presses.ShowAsync(card, cancellation)));
        return Result(reading.Pressed is { } press ? webhook.AnswerTo(press, await presses.PressAsync(press, cancellation)) : reading.Answer);
    }

    private static ChannelResult Result(ChannelAnswer answer) => new(answer);

    private sealed class ChannelResult(ChannelAnswer answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                response.Headers[name] = value;
            if (answer.Body is not { } body)
                return;
            response.ContentType = answer.ContentType;
            await response.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
