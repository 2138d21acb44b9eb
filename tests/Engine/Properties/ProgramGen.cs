using CsCheck;

namespace HelpDesk.Engine.Tests.Properties;

/// <summary>Makes random workflows and random power cuts.</summary>
internal static class ProgramGen
{
    private const int Deepest = 2;

    /// <summary>Workflows of one to five steps; only the outermost waits for events, so that their order is known.</summary>
    public static Gen<RandomProgram> Programs { get; } =
        Gen.Select(Gen.Frequency((3, Gen.Const(0)), (1, Gen.Int[1, 2])), Gen.Frequency((4, Step(Deepest)), (1, Waiting())).List[1, 5], static (generations, steps) => new RandomProgram("p", generations, steps));

    /// <summary>Up to four engines that die; the fifth lives.</summary>
    public static Gen<List<CutAt>> Cuts { get; } = Gen.Select(Gen.Int[1, 12], Gen.Bool, static (commit, after) => new CutAt(commit, after)).List[0, 4];

    private static Gen<Op> Waiting() => Gen.OneOf(
        Gen.Const(new Op(OpKind.Event, 0, [])),
        Gen.Int[1, 90].Select(static days => new Op(OpKind.Silence, days, [])));

    private static Gen<Op> Step(int depth)
    {
        var simple = Gen.OneOf(
            Gen.Const(new Op(OpKind.Call, 0, [])),
            Gen.Int[1, 4].Select(static busy => new Op(OpKind.Busy, busy, [])),
            Gen.Int[0, 90].Select(static days => new Op(OpKind.Sleep, days, [])));
        if (depth == 0)
            return simple;
        var inner = Step(depth - 1).List[0, 3];
        return Gen.Frequency(
            (4, simple),
            (1, inner.Select(static steps => new Op(OpKind.Child, 0, steps))),
            (1, inner.Select(static steps => new Op(OpKind.Parallel, 0, steps))));
    }
}
