namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// One question whose answer would make a plan possible, with everything that can be answered. Whoever asks the requester gets it from
/// <see cref="MakePlan.Result.Question"/>; until the answer is there a person has the case, and the options are in the note.
/// </summary>
/// <param name="Id">Which question (<see cref="Domain.Policy.Questions.QuestionKinds"/>).</param>
/// <param name="Options">What can be answered, at most 10; empty where only a free text answers it.</param>
public sealed record PlanQuestion(string Id, IReadOnlyList<PlanOption> Options);

/// <summary>One possible answer.</summary>
/// <param name="Id">Object id, out of the directory.</param>
/// <param name="Text">How its owner recognises it. Untrusted text.</param>
/// <param name="Words">Further words by which people mean it; null = none.</param>
public sealed record PlanOption(string Id, string Text, string? Words = null);
