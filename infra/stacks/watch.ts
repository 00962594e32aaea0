import { Aws, Duration } from 'aws-cdk-lib';
import type { RestApi } from 'aws-cdk-lib/aws-apigateway';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { Alarm, ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface WatchProps {
  readonly stackName: string;
  readonly function: IFunction;
  readonly api: RestApi;
  readonly email: string | null;
  /** US dollars a month, of the whole account. */
  readonly budgetUsd: number | null;
}

/** Alarms, which are seen in the console in any case and are mailed where there is an address, and a budget. */
export class Watch extends Construct {
  constructor(scope: Construct, id: string, props: WatchProps) {
    super(scope, id);
    const sum = { period: Duration.minutes(5), statistic: 'Sum' };
    const alarms = [
      this.alarm('FunctionErrors', 'The notes function failed', props.function.metricErrors(sum)),
      this.alarm('FunctionThrottles', 'Lambda had no room for the notes function', props.function.metricThrottles(sum)),
      this.alarm('ApiErrors', 'The notes API answered with 5xx', props.api.metricServerError(sum)),
    ];
    if (props.email === null) return;

    const action = new SnsAction(mailedTopic(this, props.email));
    for (const alarm of alarms) {
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
    }
    if (props.budgetUsd !== null) this.budget(props.stackName, props.budgetUsd, props.email);
  }

  private alarm(id: string, what: string, metric: Metric): Alarm {
    return new Alarm(this, id, {
      alarmDescription: `${what} at least once in five minutes`,
      metric,
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }

  /** Money that is spent cannot be told by stack without tags that an owner has to switch on for the account, so this counts all of it. */
  private budget(stackName: string, amount: number, address: string): void {
    const subscribers = [{ subscriptionType: 'EMAIL', address }];
    const over = { comparisonOperator: 'GREATER_THAN', threshold: 100, thresholdType: 'PERCENTAGE' };
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `${stackName} ${Aws.REGION} (the whole account)`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount, unit: 'USD' },
      },
      notificationsWithSubscribers: ['ACTUAL', 'FORECASTED'].map((notificationType) => ({
        notification: { notificationType, ...over },
        subscribers,
      })),
    });
  }
}

/** Mail from it begins once the owner has followed the link in its first one. */
function mailedTopic(scope: Construct, address: string): Topic {
  const topic = new Topic(scope, 'Mail', { enforceSSL: true });
  topic.addSubscription(new EmailSubscription(address));
  // A policy of its own takes the place of the one by which CloudWatch could publish.
  topic.grantPublish(
    new ServicePrincipal('cloudwatch.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  );
  return topic;
}
