using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>
/// Delivers one notice on every channel. Channels do not wait for each other, and no case waits for this: with all channels down the page still
/// takes the decision.
/// </summary>
public sealed class NoticeWorkflow : Workflow<NoticeReference, NoticeWorkflow.Result>
{
    /// <summary>How it is started, as a child of the workflow that wants the notice posted.</summary>
    public static readonly WorkflowReference<NoticeReference, Result> Reference = Named<NoticeWorkflow>("notice");

    /// <summary>Posts a notice beside the caller, which goes on at once.</summary>
    internal static void Begin(WorkflowContext context, NoticeReference notice) => _ = context.CallChildAsync(Reference, notice);

    /// <inheritdoc />
    public override async Task<Result> RunAsync(WorkflowContext context, NoticeReference input)
    {
        context.SetStatus("Notifying");
        var channels = (await context.CallAsync(ListChannels.Reference, Unit.Value, RetryPolicy.Vendor)).Channels;
        var delivered = await Task.WhenAll(channels.Select(channel => IsDeliveredAsync(context, new PostNotice.Input(input, channel))));
        return new Result([.. channels.Where((_, at) => delivered[at])]);
    }

    private static async Task<bool> IsDeliveredAsync(WorkflowContext context, PostNotice.Input input)
    {
        try
        {
            while (true)
            {
                var posted = await context.CallAsync(PostNotice.Reference, input, RetryPolicy.Vendor);
                if (posted.TryAgainAt is not { } again)
                    return posted.State == NoticeState.Delivered;
                await context.SleepUntilAsync(again);
            }
        }
        catch (StepFailedException)
        {
            // Our own store or the directory failed for hours; the failed call is in the history, and the other channels go on.
            return false;
        }
    }

    /// <summary>How a notice ended.</summary>
    /// <param name="Delivered">Ids of the channels that accepted it.</param>
    public sealed record Result(IReadOnlyList<string> Delivered);
}
