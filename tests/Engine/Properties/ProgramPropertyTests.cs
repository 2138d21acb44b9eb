using CsCheck;

namespace HelpDesk.Engine.Tests.Properties;

/// <summary>Random workflows on the engine against a model of what they mean, with the power cut at random commits.</summary>
public sealed class ProgramPropertyTests
{
    [Fact]
    public async Task Programs_WithPowerCuts_EndAsTheModelSaysWithEveryEffectOnce() =>
        await Gen.Select(ProgramGen.Programs, ProgramGen.Cuts).SampleAsync(
            async (program, cuts) =>
            {
                var model = ProgramModel.Of(program);
                using var run = new ProgramRun();

                await run.RunAsync(program, model.Events, cuts);

                run.Output.ShouldBe(model.Output);
                run.Effects.ShouldBe(model.Effects);
            },
            iter: 100,
            threads: 2);
}
