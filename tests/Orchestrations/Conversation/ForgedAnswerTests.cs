using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Tests.Conversation;

/// <summary>A history that somebody wrote gives another ticket in the place of the answered one: nothing is done with it.</summary>
public sealed class ForgedAnswerTests : IDisposable
{
    private readonly AskedScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answer_WithAnotherTicketInTheHistory_HasNoEffect(bool isForged)
    {
        _scene.WriteSync();
        var context = _scene.House.Context(AskedScene.CaseId);
        context.History = (name, output) => name == "end-question" && isForged ? Forged(output) : output;
        var isAnswered = false;
        context.OnWait = async _ =>
        {
            if (isAnswered)
                return false;
            isAnswered = true;
            await _scene.ReplyAsync(AskedScene.Second);
            return true;
        };

        (await _scene.House.RunAsync(context)).State.ShouldBe(isForged ? CaseState.Escalated : CaseState.Resolved);

        isAnswered.ShouldBeTrue();
        _scene.House.Trace.Count(line => line == "effect device.sync").ShouldBe(isForged ? 0 : 1);
        _scene.House.Audit.Events.Any(entry => entry.Kind == AuditKinds.TamperingFound).ShouldBe(isForged);
    }

    private string Forged(string output)
    {
        var (ended, contexts) = (DurableJson.Read<EndQuestion.Result>(output), _scene.House.Get<CaseContext>());
        var ticket = contexts.GetAsync<TicketSnapshot>(ended.Ticket!, default).GetAwaiter().GetResult();
        var other = ticket with { Answers = [.. ticket.Answers.Select(answer => answer with { OptionId = AskedScene.First })] };
        return DurableJson.Write(ended with { Ticket = contexts.PutAsync(AskedScene.CaseId, "ticket", other, default).GetAwaiter().GetResult() });
    }
}
